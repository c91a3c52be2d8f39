import { Check } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { IconButton } from '../../../ui/index.js';
import type { NoticeGroupShown } from '../operations.js';
import styles from './NoticeGroup.module.css';

/** What happened in one thread, or one thing that belongs to none: what is unread, else the newest. The heading leads to the first of it. */
export function NoticeGroup({ group, onRead }: { group: NoticeGroupShown; onRead: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const isUnread = group.unread > 0;
  const shown = isUnread ? group.newest.filter(({ unread }) => unread) : group.newest;
  const target = isUnread ? shown.at(-1) : shown[0];
  const more = (isUnread ? group.unread : group.count) - shown.length;
  return (
    <li data-row tabIndex={-1} className={isUnread ? styles['unread'] : undefined}>
      <div className={styles['head']}>
        <Link to={href(target?.path ?? '/home')} lang={group.title ? (group.lang ?? undefined) : group.network.lang} onClick={onRead}>
          {group.title ?? group.network.name}
        </Link>
        {isUnread && <IconButton icon={Check} label={formatMessage({ id: 'notifications.read' })} onClick={onRead} />}
      </div>
      <p className="meta">
        {isUnread && <strong>{formatMessage({ id: 'notifications.unread' }, { count: group.unread })} · </strong>}
        {formats.shortDate(group.at)}, {formats.time(group.at)}
        {group.title && (
          <>
            {' · '}
            <span lang={group.network.lang}>{group.network.name}</span>
          </>
        )}
      </p>
      <Lines notices={shown} />
      {more > 0 && <p className="meta">{formatMessage({ id: 'notifications.more' }, { count: more })}</p>}
    </li>
  );
}

/** One line for each kind of happening, with who wrote. */
function Lines({ notices }: { notices: NoticeGroupShown['newest'] }) {
  const { formatMessage } = useIntl();
  const events = [...new Set(notices.map(({ event }) => event))];
  return (
    <ul className={styles['lines']}>
      {events.map((event) => {
        const same = notices.filter((notice) => notice.event === event);
        const names = [...new Set(same.flatMap(({ actorName }) => actorName ?? []))];
        const values = { count: same.length, name: names[0] ?? '', names: names.join(', '), year: same[0]?.year ?? '' };
        return <li key={event}>{formatMessage({ id: `notifications.event.${event}` }, values)}</li>;
      })}
    </ul>
  );
}
