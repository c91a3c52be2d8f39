import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { NetworkHealthPanel } from '../../../app/health/NetworkHealthPanel.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { WatchButton } from '../../../app/notices/WatchButton.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { OwnerResources } from '../../../app/library/OwnerResources.js';
import { QueryView } from '../../../app/QueryView.js';
import { PublishedReports } from '../../../app/reports/PublishedReports.js';
import { Emblem, MarginNote, Markdown, Section, SheetRow } from '../../../ui/index.js';
import { CoordinatorTerms } from '../components/CoordinatorTerms.js';
import { JoinPanel } from '../components/JoinPanel.js';
import { NetworkFacts } from '../components/NetworkFacts.js';
import { NetworkHeader } from '../components/NetworkHeader.js';
import { WelcomeBanner } from '../components/WelcomeBanner.js';
import styles from './NetworkPage.module.css';
import { NetworkPageQuery, type NetworkOverview } from '../network-queries.js';

/** Is it alive, for me, what next? */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(NetworkPageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ network }) => (network ? <Overview network={network} onRefresh={() => void query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Overview({ network, onRefresh }: { network: NetworkOverview; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <>
      <SheetRow>
        <NetworkHeader
          network={network}
          tab={null}
          actions={network.viewerCan.readMembers ? <WatchButton kind="network" subjectId={network.id} /> : undefined}
        />
        <WelcomeBanner network={network} />
      </SheetRow>
      <SheetRow
        margin={
          <div className={styles['margin']}>
            <Emblem slug={network.slug} size={56} />
            <MarginNote strong={formats.shortDate(network.lastActivityAt)}>
              {formatMessage({ id: network.threadsCount > 0 ? 'networks.lastActive' : 'networks.created' })}
            </MarginNote>
          </div>
        }
        aside={
          <>
            <NetworkFacts network={network} />
            <NetworkHealthPanel slug={network.slug} />
            <PublishedReports slug={network.slug} />
          </>
        }
      >
        <div className={styles['join']}>
          <JoinPanel network={network} onRefresh={onRefresh} />
        </div>
        <Section title={formatMessage({ id: 'networks.purpose' })}>
          <p className="prose" style={{ whiteSpace: 'pre-line' }} lang={network.lang}>
            {network.purpose}
          </p>
        </Section>
        {network.promotionHtml && (
          <Section title={formatMessage({ id: 'networks.about' })}>
            <Markdown html={network.promotionHtml} lang={network.lang} />
          </Section>
        )}
        <OwnerResources type="NETWORK" ownerId={network.id} />
        {network.coordinators && <CoordinatorTerms network={network} />}
      </SheetRow>
    </>
  );
}
