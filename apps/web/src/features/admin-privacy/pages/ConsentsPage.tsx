import { CONSENT_KINDS, type ConsentKind } from '@stoa/domain';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, DataTable, EmptyState, PageHeader, Pager, SheetRow, StatusMark } from '../../../ui/index.js';
import { PublishDialog } from '../components/PublishDialog.js';
import { ConsentVersionsQuery, type PublishedText } from '../consent-text-operations.js';

const PAGE = 50;

/** What people agree to, version by version, and how many do. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <ConsentVersions /> : <NotFoundPage />;
}

function ConsentVersions() {
  const { formatMessage } = useIntl();
  const [kind, setKind] = useState<ConsentKind | null>(null);
  const query = useQuery(ConsentVersionsQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  const latest = query.data?.publishedConsentTexts.edges.map(({ node }) => node).find((each) => each.kind === kind);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'consents.title' })}
        lead={formatMessage({ id: 'consents.lead' })}
        actions={CONSENT_KINDS.map((each) => (
          <Button key={each} onClick={() => setKind(each)}>
            {formatMessage({ id: `consents.publish.${each}` })}
          </Button>
        ))}
      />
      <QueryView query={query} page={false}>
        {({ publishedConsentTexts: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'consents.none' })}>{formatMessage({ id: 'consents.noneText' })}</EmptyState>
          ) : (
            <>
              <Versions texts={edges.map(({ node }) => node)} />
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          )
        }
      </QueryView>
      {kind && query.data && (
        <PublishDialog
          key={`${kind} ${String(latest?.version ?? 0)}`}
          kind={kind}
          latest={latest ?? null}
          onClose={() => setKind(null)}
          onRefresh={() => void query.refetch()}
        />
      )}
    </SheetRow>
  );
}

function Versions({ texts }: { texts: readonly PublishedText[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <DataTable
      caption={formatMessage({ id: 'consents.title' })}
      captionHidden
      rows={texts}
      rowKey={({ id }) => id}
      margin={({ inForce }) => inForce && <StatusMark status="ok">{formatMessage({ id: 'consents.inForce' })}</StatusMark>}
      columns={[
        {
          key: 'kind',
          header: formatMessage({ id: 'consents.kind' }),
          cell: (each) => formatMessage({ id: `consents.kind.${each.kind}` }),
        },
        { key: 'version', header: formatMessage({ id: 'consents.version' }), cell: ({ version }) => formats.number(version) },
        { key: 'from', header: formatMessage({ id: 'consents.validFrom' }), cell: ({ validFrom }) => formats.date(validFrom) },
        { key: 'agreed', header: formatMessage({ id: 'consents.agreed' }), number: true, cell: ({ agreed }) => formats.number(agreed) },
      ]}
    />
  );
}
