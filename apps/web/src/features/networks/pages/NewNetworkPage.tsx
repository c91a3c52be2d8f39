import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  ButtonLink,
  Combobox,
  Forbidden,
  FormErrorSummary,
  PageHeader,
  SheetRow,
  showToast,
  type ComboboxOption,
} from '../../../ui/index.js';
import { NetworkFields, type NetworkDraft } from '../components/NetworkFields.js';
import { CreateNetworkMutation } from '../network-operations.js';
import { networksPath, networkTabPath } from '../paths.js';

const NewNetworkPageQuery = graphql(`
  query NewNetworkPageQuery($first: Int!) {
    networkCounties(first: $first) {
      id
      name {
        lang
        text
      }
    }
  }
`);

const NewNetworkCountiesQuery = graphql(`
  query NewNetworkCountiesQuery($first: Int!, $search: String) {
    networkCounties(first: $first, search: $search) {
      id
      name {
        lang
        text
      }
    }
  }
`);

type County = ResultOf<typeof NewNetworkPageQuery>['networkCounties'][number];
const option = (county: County): ComboboxOption => ({ value: county.id, label: county.name.text, lang: county.name.lang });

/** The form for a new network; for those who may create one in some county. */
export function Component() {
  const query = useQuery(NewNetworkPageQuery, { variables: { first: 2 } });
  return (
    <QueryView query={query}>
      {({ networkCounties }) =>
        networkCounties.length === 0 ? <Forbidden /> : <NewNetwork only={networkCounties.length === 1 ? networkCounties[0] : undefined} />
      }
    </QueryView>
  );
}

function NewNetwork({ only }: { only: County | undefined }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const language = useLanguage();
  const navigate = useNavigate();
  const [county, setCounty] = useState<ComboboxOption | null>(only ? option(only) : null);
  const [search, setSearch] = useState('');
  const [draft, setDraft] = useState<NetworkDraft>({
    name: '',
    kind: 'SUBJECT',
    professions: [],
    levels: [],
    purpose: '',
    joiningRule: 'REQUEST',
    lang: language,
  });
  const { data, loading } = useQuery(NewNetworkCountiesQuery, { variables: { first: 20, search }, skip: only !== undefined });
  const [create, state] = useCommand(CreateNetworkMutation, { creates: true });
  const [noCounty, setNoCounty] = useState(false);
  const missing = formatMessage({ id: 'networks.field.countyMissing' });
  const errors = noCounty ? [{ field: 'countyId', message: missing }, ...state.errors] : state.errors;
  const send = async () => {
    setNoCounty(county === null);
    if (county === null) return;
    const outcome = await create({ ...draft, countyId: county.value });
    const network = outcome.done ? outcome.data.createNetwork.network : null;
    if (!network) return;
    showToast(formatMessage({ id: 'networks.created.toast' }));
    void navigate(href(networkTabPath(network, 'settings')));
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'networks.new' })}
        crumbs={[{ label: formatMessage({ id: 'networks.title' }), to: href(networksPath()) }]}
        lead={formatMessage({ id: 'networks.newLead' })}
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
        <Combobox
          id="countyId"
          label={formatMessage({ id: 'networks.filter.county' })}
          error={noCounty ? missing : state.errorOf('countyId')}
          value={county}
          onChange={setCounty}
          onQuery={setSearch}
          busy={loading}
          options={only ? [option(only)] : (data?.networkCounties.map(option) ?? [])}
        />
        <NetworkFields draft={draft} errorOf={state.errorOf} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <CommandProblem state={state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'networks.create' })}
          </Button>
          <ButtonLink to={href(networksPath())}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}
