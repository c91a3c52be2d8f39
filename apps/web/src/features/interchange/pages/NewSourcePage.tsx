import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, Combobox, FormErrorSummary, PageHeader, SheetRow, type ComboboxOption } from '../../../ui/index.js';
import { SourceFields, type SourceDraft } from '../components/SourceFields.js';
import { sourcePath, sourcesPath } from '../paths.js';
import { AddLibrarySourceMutation, SourceOwnersQuery } from '../source-operations.js';

/** The form that adds a repository; for administrators. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <NewSource /> : <NotFoundPage />;
}

function NewSource() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const language = useLanguage();
  const [draft, setDraft] = useState<SourceDraft>({
    name: '',
    url: '',
    metadataPrefix: 'oai_dc',
    set: '',
    kind: 'GUIDE',
    lang: language,
    licence: null,
    schedule: 'DAILY',
  });
  const [owner, setOwner] = useState<ComboboxOption | null>(null);
  const [noOwner, setNoOwner] = useState(false);
  const [add, state] = useCommand(AddLibrarySourceMutation, { creates: true });
  const missing = formatMessage({ id: 'interchange.field.ownerMissing' });
  const errors = noOwner ? [{ field: 'ownerId', message: missing }, ...state.errors] : state.errors;
  const send = async () => {
    setNoOwner(owner === null);
    if (owner === null) return;
    // The id says what it is of.
    const outcome = await add({ ...draft, ownerType: owner.value.startsWith('Centre_') ? 'CENTRE' : 'COUNTY', ownerId: owner.value });
    const source = outcome.done ? outcome.data.addLibrarySource.source : null;
    if (source) void navigate(href(sourcePath(source)));
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'interchange.add' })}
        lead={formatMessage({ id: 'interchange.add.lead' })}
        crumbs={[{ label: formatMessage({ id: 'interchange.title' }), to: href(sourcesPath()) }]}
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
        <SourceFields draft={draft} errorOf={state.errorOf} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <OwnerCombobox value={owner} error={noOwner ? missing : state.errorOf('ownerId')} onChange={setOwner} />
        <CommandProblem state={state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'interchange.add' })}
          </Button>
          <ButtonLink to={href(sourcesPath())}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}

/** The county or centre whose the records become. */
function OwnerCombobox({
  value,
  error,
  onChange,
}: {
  value: ComboboxOption | null;
  error: string | undefined;
  onChange: (option: ComboboxOption | null) => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(SourceOwnersQuery, { variables: { search } });
  const found = data ?? previousData;
  return (
    <Combobox
      id="ownerId"
      label={formatMessage({ id: 'interchange.field.owner' })}
      hint={formatMessage({ id: 'interchange.field.owner.hint' })}
      value={value}
      error={error}
      busy={loading}
      onQuery={setTyped}
      onChange={onChange}
      options={[
        ...(found?.territories.edges ?? []).map(({ node }) => ({
          value: node.id,
          label: node.name.text,
          lang: node.name.lang,
          hint: node.code,
        })),
        ...(found?.centres.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name.text, lang: node.name.lang })),
      ]}
    />
  );
}
