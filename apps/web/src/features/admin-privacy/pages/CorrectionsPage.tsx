import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { EmptyState, PageHeader, Pager, SelectField, SheetRow } from '../../../ui/index.js';
import { CorrectionRow } from '../components/CorrectionRow.js';
import { DecideCorrection } from '../components/DecideCorrection.js';
import { CorrectionsPageQuery } from '../correction-operations.js';

const PAGE = 50;

/** What people ask to have corrected: those who wait, longest first; or what was answered. Which of them stands in the address. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <Corrections /> : <NotFoundPage />;
}

function Corrections() {
  const { formatMessage } = useIntl();
  const [parameters, setParameters] = useSearchParams();
  const decided = parameters.get('state') === 'decided';
  const [opened, setOpened] = useState<string | null>(null);
  const query = useQuery(CorrectionsPageQuery, { variables: { first: PAGE, decided }, fetchPolicy: 'cache-and-network' });
  const refresh = () => void query.refetch();
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'corrections.title' })} lead={formatMessage({ id: 'corrections.lead' })} />
      <div className="form">
        <SelectField
          id="state"
          label={formatMessage({ id: 'corrections.show' })}
          choices={[
            { value: 'open', label: formatMessage({ id: 'corrections.show.open' }) },
            { value: 'decided', label: formatMessage({ id: 'corrections.show.decided' }) },
          ]}
          value={decided ? 'decided' : 'open'}
          onChange={({ target }) => setParameters(target.value === 'decided' ? { state: 'decided' } : {}, { replace: true })}
        />
      </div>
      <QueryView query={query} page={false}>
        {({ corrections: { edges, pageInfo } }) => {
          const chosen = edges.find(({ node }) => node.id === opened)?.node;
          return (
            <>
              {edges.length === 0 ? (
                <EmptyState title={formatMessage({ id: decided ? 'corrections.noneDecided' : 'corrections.noneOpen' })} />
              ) : (
                <>
                  <ul>
                    {edges.map(({ node }) => (
                      <CorrectionRow key={node.id} request={node} onDecide={() => setOpened(node.id)} />
                    ))}
                  </ul>
                  <Pager
                    shown={edges.length}
                    hasMore={pageInfo.hasNextPage}
                    busy={query.loading}
                    onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
                  />
                </>
              )}
              {chosen && <DecideCorrection key={chosen.id} request={chosen} onClose={() => setOpened(null)} onRefresh={refresh} />}
            </>
          );
        }}
      </QueryView>
    </SheetRow>
  );
}
