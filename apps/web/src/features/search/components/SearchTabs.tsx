import { useIntl } from 'react-intl';
import { useHref } from '../../../app/i18n/use-language.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Tabs } from '../../../ui/index.js';
import { discussionSearchPath, searchPath } from '../paths.js';

/** Where to search; what was typed goes along. Visitors read no discussions. */
export function SearchTabs({ q }: { q: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  if (!useViewer().viewer) return null;
  return (
    <Tabs
      label={formatMessage({ id: 'search.tabs' })}
      tabs={[
        { to: href(searchPath(q)), label: formatMessage({ id: 'search.tab.all' }), end: true },
        { to: href(discussionSearchPath({ q })), label: formatMessage({ id: 'search.tab.discussions' }) },
      ]}
    />
  );
}
