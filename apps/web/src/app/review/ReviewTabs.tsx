import { useIntl } from 'react-intl';
import { Tabs } from '../../ui/index.js';
import { useHref } from '../i18n/use-language.js';

/** Reported posts and appeals as tabs, for those who answer appeals; nothing for others. @param appeals how many wait; null for those who answer none */
export function ReviewTabs({ appeals }: { appeals: number | null }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  if (appeals === null) return null;
  return (
    <Tabs
      label={formatMessage({ id: 'discussions.nav.review' })}
      tabs={[
        { to: href('/review'), label: formatMessage({ id: 'moderation.tabs.posts' }), end: true },
        { to: href('/review/appeals'), label: formatMessage({ id: 'moderation.tabs.appeals' }), count: appeals },
      ]}
    />
  );
}
