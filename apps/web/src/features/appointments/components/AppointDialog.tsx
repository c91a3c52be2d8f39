import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { languageNames, languages, useLanguage } from '../../../app/i18n/index.js';
import { PersonPicker } from '../../../app/people/PersonPicker.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  DateField,
  Dialog,
  FormErrorSummary,
  RadioGroup,
  SelectField,
  showToast,
  TextArea,
  TextField,
  type ComboboxOption,
} from '../../../ui/index.js';
import { AppointMutation, AppointmentFormQuery, CHANGED_LISTS, type FormDefaults, type Role } from '../appointment-operations.js';
import { ScopePicker } from './ScopePicker.js';

/** What the dialog starts with: a vacant post, or nothing. */
export interface Post {
  role: Role;
  scope: { id: string; name: string };
}

interface Props {
  open: boolean;
  /** The post to fill; null lets the person choose. */
  post: Post | null;
  /** Global id of the territory in which scopes are looked for; null: everywhere. */
  territoryId: string | null;
  onClose: () => void;
}

/** Appoints somebody: who, to what, for how long. */
export function AppointDialog({ open, post, territoryId, onClose }: Props) {
  const { formatMessage } = useIntl();
  const query = useQuery(AppointmentFormQuery, { skip: !open });
  return (
    <Dialog
      open={open}
      wide
      title={
        post
          ? formatMessage({ id: 'appointments.appoint.titleFor' }, { scope: post.scope.name })
          : formatMessage({ id: 'appointments.appoint.title' })
      }
      onClose={onClose}
    >
      <QueryView query={query} page={false}>
        {({ appointmentForm }) => <AppointForm defaults={appointmentForm} post={post} territoryId={territoryId} onClose={onClose} />}
      </QueryView>
    </Dialog>
  );
}

/** When the lists are read again for the letter, in milliseconds. */
const LETTER_WAITS = [1_500, 5_000];

function AppointForm({ defaults, post, territoryId, onClose }: { defaults: FormDefaults } & Omit<Props, 'open'>) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const [tried, setTried] = useState(false);
  const [role, setRole] = useState<Role | ''>(post?.role ?? defaults.roles[0] ?? '');
  const [scope, setScope] = useState<ComboboxOption | null>(post ? { value: post.scope.id, label: post.scope.name } : null);
  const [by, setBy] = useState<'PERSON' | 'EMAIL'>('PERSON');
  const [person, setPerson] = useState<ComboboxOption | null>(null);
  const [newcomer, setNewcomer] = useState({ email: '', name: '', lang: useLanguage() as string });
  const [term, setTerm] = useState({ startsOn: defaults.startsOn, endsOn: defaults.endsOn, note: '' });
  const [appoint, state] = useCommand(AppointMutation, {
    creates: true,
    refetch: CHANGED_LISTS,
    onDone: ({ appoint: { invited } }) => {
      // The letter is written moments later, by a job.
      for (const wait of LETTER_WAITS) setTimeout(() => void client.refetchQueries({ include: ['AppointmentListQuery'] }), wait);
      showToast(formatMessage({ id: invited ? 'appointments.appoint.invited' : 'appointments.appoint.done' }));
      onClose();
    },
  });
  const submit = () => {
    if (role === '') return;
    const who = by === 'PERSON' ? { personId: person?.value ?? '' } : newcomer;
    void appoint({
      role,
      scopeId: role === 'AD' ? null : (scope?.value ?? null),
      ...who,
      startsOn: term.startsOn,
      endsOn: term.endsOn || null,
      note: term.note,
    });
  };
  const required = tried ? formatMessage({ id: 'error.REQUIRED' }) : undefined;
  const missing = (role !== 'AD' && !scope) || (by === 'PERSON' && !person);
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) submit();
      }}
    >
      <FormErrorSummary errors={state.errors} />
      {!post && (
        <SelectField
          id="role"
          label={formatMessage({ id: 'appointments.role' })}
          choices={defaults.roles.map((value) => ({ value, label: formatMessage({ id: `appointments.roleName.${value}` }) }))}
          value={role}
          onChange={(event) => {
            setRole(defaults.roles.find((value) => value === event.target.value) ?? '');
            setScope(null);
          }}
        />
      )}
      {!post && role !== '' && role !== 'AD' && (
        <ScopePicker
          role={role}
          territoryId={territoryId}
          value={scope}
          onChange={setScope}
          error={state.errorOf('scopeId') ?? (scope ? undefined : required)}
        />
      )}
      <RadioGroup
        inline
        name="by"
        label={formatMessage({ id: 'appointments.who' })}
        value={by}
        choices={[
          { value: 'PERSON', label: formatMessage({ id: 'appointments.who.PERSON' }) },
          { value: 'EMAIL', label: formatMessage({ id: 'appointments.who.EMAIL' }) },
        ]}
        onChange={(value) => setBy(value === 'EMAIL' ? 'EMAIL' : 'PERSON')}
      />
      {by === 'PERSON' ? (
        <PersonPicker
          id="personId"
          label={formatMessage({ id: 'appointments.person' })}
          hint={formatMessage({ id: 'appointments.personHint' })}
          value={person}
          onChange={setPerson}
          error={state.errorOf('personId') ?? (person ? undefined : required)}
        />
      ) : (
        <NewcomerFields value={newcomer} onChange={setNewcomer} errorOf={state.errorOf} />
      )}
      <div className="button-row">
        <DateField
          id="startsOn"
          label={formatMessage({ id: 'appointments.startsOn' })}
          error={state.errorOf('startsOn')}
          value={term.startsOn}
          onChange={(event) => setTerm({ ...term, startsOn: event.target.value })}
        />
        <DateField
          id="endsOn"
          optional
          label={formatMessage({ id: 'appointments.endsOn' })}
          error={state.errorOf('endsOn')}
          value={term.endsOn}
          onChange={(event) => setTerm({ ...term, endsOn: event.target.value })}
        />
      </div>
      <TextArea
        id="note"
        optional
        label={formatMessage({ id: 'appointments.note' })}
        hint={formatMessage({ id: 'appointments.noteHint' })}
        error={state.errorOf('note')}
        value={term.note}
        onChange={(event) => setTerm({ ...term, note: event.target.value })}
      />
      <CommandProblem state={state} />
      <div className="button-row">
        <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'appointments.appoint.submit' })}
        </Button>
      </div>
    </form>
  );
}

interface Newcomer {
  email: string;
  name: string;
  lang: string;
}

function NewcomerFields({
  value,
  onChange,
  errorOf,
}: {
  value: Newcomer;
  onChange: (value: Newcomer) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const { formatMessage } = useIntl();
  return (
    <>
      <TextField
        id="email"
        type="email"
        autoComplete="off"
        label={formatMessage({ id: 'appointments.email' })}
        hint={formatMessage({ id: 'appointments.emailHint' })}
        error={errorOf('email')}
        value={value.email}
        onChange={(event) => onChange({ ...value, email: event.target.value })}
      />
      <TextField
        id="name"
        autoComplete="off"
        label={formatMessage({ id: 'appointments.name' })}
        error={errorOf('name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
      />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'appointments.lang' })}
        choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        value={value.lang}
        onChange={(event) => onChange({ ...value, lang: event.target.value })}
      />
    </>
  );
}
