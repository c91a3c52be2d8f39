import { useQuery } from '@apollo/client/react';
import { LENGTHS, RESOURCE_KINDS, RESOURCE_LANGUAGES, RESOURCE_OWNER_TYPES, type ResourceKind } from '@stoa/domain';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  ButtonLink,
  Combobox,
  FormErrorSummary,
  PageHeader,
  RadioGroup,
  SelectField,
  SheetRow,
  TextField,
} from '../../../ui/index.js';
import { useLanguageName } from '../components/language-name.js';
import { editResourcePath, libraryPath } from '../paths.js';
import { CreateResourceMutation } from '../resource-commands.js';
import { ResourceOwnersQuery } from '../resource-operations.js';

type Owner = ResultOf<typeof ResourceOwnersQuery>['resourceOwners'][number];

const keyOf = ({ type, id }: Pick<Owner, 'type' | 'id'>) => `${type}:${id}`;

/** The first step of a new resource: what it is, its title, and where it belongs. */
export function Component() {
  const query = useQuery(ResourceOwnersQuery);
  return <QueryView query={query}>{({ resourceOwners }) => <NewResource owners={resourceOwners} />}</QueryView>;
}

function NewResource({ owners }: { owners: readonly Owner[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const language = useLanguage();
  const languageName = useLanguageName();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [kind, setKind] = useState<ResourceKind>(RESOURCE_KINDS.find((each) => each === params.get('kind')) ?? 'GUIDE');
  const [title, setTitle] = useState('');
  const [lang, setLang] = useState<string>(language);
  const [owner, setOwner] = useState<Owner | null>(owners.find((each) => keyOf(each) === params.get('for')) ?? owners[0] ?? null);
  const [create, state] = useCommand(CreateResourceMutation, { creates: true });
  const [noOwner, setNoOwner] = useState(false);
  const missing = formatMessage({ id: 'library.field.ownerMissing' });
  const errors = noOwner ? [{ field: 'ownerId', message: missing }, ...state.errors] : state.errors;
  const send = async () => {
    setNoOwner(owner === null);
    if (owner === null) return;
    const outcome = await create({ ownerType: owner.type, ownerId: owner.id, kind, title, lang });
    const made = outcome.done ? outcome.data.createResource.resource : null;
    if (made) void navigate(href(editResourcePath(made)));
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'library.new' })}
        lead={formatMessage({ id: 'library.newLead' })}
        crumbs={[{ label: formatMessage({ id: 'library.title' }), to: href(libraryPath()) }]}
        problem={errors.length > 0}
      />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FormErrorSummary errors={errors} />
        <SelectField
          id="kind"
          label={formatMessage({ id: 'library.field.kind' })}
          hint={formatMessage({ id: `library.kind.hint.${kind}` })}
          value={kind}
          choices={RESOURCE_KINDS.map((each) => ({ value: each, label: formatMessage({ id: `library.kind.${each}` }) }))}
          onChange={(event) => setKind(RESOURCE_KINDS.find((each) => each === event.target.value) ?? kind)}
        />
        <TextField
          id="title"
          label={formatMessage({ id: 'library.field.title' })}
          error={state.errorOf('title')}
          value={title}
          maxLength={LENGTHS.title.max}
          lang={lang}
          onChange={(event) => setTitle(event.target.value)}
        />
        <SelectField
          id="lang"
          label={formatMessage({ id: 'library.field.lang' })}
          value={lang}
          choices={RESOURCE_LANGUAGES.map((each) => ({ value: each, label: languageName(each) }))}
          onChange={(event) => setLang(event.target.value)}
        />
        <OwnerField owners={owners} value={owner} error={noOwner ? missing : undefined} onChange={setOwner} />
        <CommandProblem state={state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'library.begin' })}
          </Button>
          <ButtonLink to={href(libraryPath())}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}

/** Where it belongs: one of the reader's own places, or a county by name. */
function OwnerField({
  owners,
  value,
  error,
  onChange,
}: {
  owners: readonly Owner[];
  value: Owner | null;
  error: string | undefined;
  onChange: (owner: Owner | null) => void;
}) {
  const { formatMessage } = useIntl();
  const [elsewhere, setElsewhere] = useState(owners.length === 0);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, loading } = useQuery(ResourceOwnersQuery, { variables: { search }, skip: !elsewhere || search.trim() === '' });
  const found = data?.resourceOwners ?? [];
  const label = ({ type, name }: Owner) =>
    `${name} (${formatMessage({ id: `library.owner.${RESOURCE_OWNER_TYPES.find((one) => one === type) ?? type}` })})`;
  return (
    <>
      {owners.length > 0 && (
        <RadioGroup
          id="ownerId"
          name="owner"
          label={formatMessage({ id: 'library.field.owner' })}
          hint={formatMessage({ id: 'library.field.ownerHint' })}
          error={error}
          value={elsewhere ? 'elsewhere' : value && keyOf(value)}
          choices={[
            ...owners.map((owner) => ({ value: keyOf(owner), label: label(owner) })),
            { value: 'elsewhere', label: formatMessage({ id: 'library.owner.elsewhere' }) },
          ]}
          onChange={(key) => {
            setElsewhere(key === 'elsewhere');
            onChange(owners.find((owner) => keyOf(owner) === key) ?? null);
          }}
        />
      )}
      {elsewhere && (
        <Combobox
          id={owners.length > 0 ? 'county' : 'ownerId'}
          label={formatMessage({ id: 'library.field.county' })}
          error={owners.length > 0 ? undefined : error}
          value={value && { value: value.id, label: value.name, lang: value.lang }}
          busy={loading}
          onQuery={setTyped}
          options={found.map((owner) => ({ value: owner.id, label: owner.name, lang: owner.lang }))}
          onChange={(option) => onChange(found.find(({ id }) => id === option?.value) ?? null)}
        />
      )}
    </>
  );
}
