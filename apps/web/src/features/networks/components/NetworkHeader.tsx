import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { PageHeader, StatusMark, type Crumb } from '../../../ui/index.js';
import type { NetworkHeader_network } from '../network-operations.js';
import { networkPath, networksPath } from '../paths.js';
import { YearState } from './YearState.js';

/** Name, state and tabs of a network. On a tab the network itself is the last crumb. @param tab name of the tab, null on the overview */
export function NetworkHeader({
  network,
  tab,
  actions,
  problem = false,
}: {
  network: FragmentOf<typeof NetworkHeader_network>;
  tab: string | null;
  actions?: ReactNode;
  problem?: boolean;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const list: Crumb = { label: formatMessage({ id: 'networks.title' }), to: href(networksPath()) };
  const crumbs = tab === null ? [list] : [list, { label: network.name, to: href(networkPath(network)) }];
  return (
    <PageHeader
      title={tab ?? network.name}
      lang={tab === null ? network.lang : undefined}
      crumbs={crumbs}
      actions={actions}
      problem={problem}
      lead={tab === null ? undefined : <span lang={network.lang}>{network.name}</span>}
      meta={
        <>
          <YearState year={network.year} />
          {network.year && <span>{network.year.year}</span>}
          <span>{formatMessage({ id: `networks.kind.${network.kind}` })}</span>
          {network.county && <span lang={network.county.name.lang}>{network.county.name.text}</span>}
          {network.vacant && <StatusMark status="danger">{formatMessage({ id: 'networks.vacant' })}</StatusMark>}
        </>
      }
    >
      <NetworkTabs slug={network.slug} inside={tab !== null} />
    </PageHeader>
  );
}
