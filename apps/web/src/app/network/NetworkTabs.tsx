import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { networkPath, networkTabPath } from '../../features/networks/paths.js';
import { Tabs } from '../../ui/index.js';
import { graphql } from '../api/graphql.js';
import { useHref } from '../i18n/use-language.js';

const NetworkTabsQuery = graphql(`
  query NetworkTabsQuery($slug: String!) {
    network(slug: $slug) {
      id
      slug
      viewerCan {
        readMembers
        edit
        changeState
      }
    }
  }
`);

/**
 * The tabs of a network, on every page that belongs to it, whichever feature the page is of. A page that has asked for these rights
 * already costs no request. @param inside the page itself is one of those that only members see, so that its tabs stand at once
 */
export function NetworkTabs({ slug, inside = false }: { slug: string; inside?: boolean }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { data } = useQuery(NetworkTabsQuery, { variables: { slug } });
  const can = data?.network?.viewerCan;
  const tabs = [
    { to: href(networkPath({ slug })), label: formatMessage({ id: 'networks.tab.overview' }), end: true },
    ...((can?.readMembers ?? inside)
      ? (['discussions', 'members', 'report'] as const).map((tab) => ({
          to: href(networkTabPath({ slug }, tab)),
          label: formatMessage({ id: `networks.tab.${tab}` }),
        }))
      : []),
    ...(can?.edit || can?.changeState
      ? [{ to: href(networkTabPath({ slug }, 'settings')), label: formatMessage({ id: 'networks.tab.settings' }) }]
      : []),
  ];
  return tabs.length > 1 && <Tabs tabs={tabs} label={formatMessage({ id: 'networks.tabs' })} />;
}
