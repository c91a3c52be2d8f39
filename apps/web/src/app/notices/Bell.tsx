import { useQuery, useReactiveVar } from '@apollo/client/react';
import { Bell as BellIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import { inboxPath } from '../../features/notifications/paths.js';
import { Icon } from '../../ui/Icon.js';
import { graphql } from '../api/graphql.js';
import { useHref } from '../i18n/index.js';
import { noticesAreLive } from './notices-live.js';
import styles from './Bell.module.css';

const BellQuery = graphql(`
  query BellQuery {
    viewer {
      id
      unreadNotices
    }
  }
`);

const minute = 60_000;

/** The way to the inbox, with how much there is unread. While news do not come by themselves it asks on every page, and each minute while somebody looks. */
export function Bell() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { pathname } = useLocation();
  const isLive = useReactiveVar(noticesAreLive);
  const { data, refetch } = useQuery(BellQuery, { pollInterval: isLive ? 0 : minute, skipPollAttempt: () => document.hidden });
  const asked = useRef(pathname);
  useEffect(() => {
    if (asked.current === pathname) return;
    asked.current = pathname;
    if (!isLive) refetch().catch(() => undefined);
  }, [pathname, refetch, isLive]);
  const unread = data?.viewer?.unreadNotices ?? 0;
  return (
    <Link
      to={href(inboxPath())}
      className={`button bare icon-only ${styles['bell'] ?? ''}`}
      aria-label={formatMessage({ id: 'app.bell' }, { count: unread })}
    >
      <Icon of={BellIcon} />
      {unread > 0 && (
        <span className={`count now ${styles['count'] ?? ''}`} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
