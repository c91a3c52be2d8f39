import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Forbidden, SheetRow } from '../../../ui/index.js';
import { NetworkHeader } from '../components/NetworkHeader.js';
import { PageForm } from '../components/PageForm.js';
import { PromotionPanel } from '../components/PromotionPanel.js';
import { WelcomeForm } from '../components/WelcomeForm.js';
import { YearPanel } from '../components/YearPanel.js';
import { NetworkSettingsPageQuery, type NetworkSettings } from '../network-queries.js';

/** What coordinators and the county set: page, joining, promotion, years. */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(NetworkSettingsPageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ network }) => (network ? <Settings network={network} onRefresh={() => query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Settings({ network, onRefresh }: { network: NetworkSettings; onRefresh: () => Promise<unknown> }) {
  const { formatMessage } = useIntl();
  const [read, setRead] = useState(0);
  const refresh = () => void onRefresh().then(() => setRead((before) => before + 1));
  const { viewerCan } = network;
  if (!viewerCan.edit && !viewerCan.changeState) return <Forbidden who={formatMessage({ id: 'networks.settings.who' })} />;
  return (
    <SheetRow>
      <NetworkHeader network={network} tab={formatMessage({ id: 'networks.tab.settings' })} />
      <YearPanel network={network} onRefresh={refresh} />
      {viewerCan.edit && <PromotionPanel network={network} onRefresh={refresh} />}
      {/* What was read again after a conflict begins a new form. */}
      {viewerCan.edit && <PageForm key={read} network={network} onRefresh={refresh} />}
      {viewerCan.edit && <WelcomeForm slug={network.slug} />}
    </SheetRow>
  );
}
