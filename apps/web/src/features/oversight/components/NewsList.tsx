import { CheckCheck, FileCheck, MessageSquareText, UserPlus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { Icon } from '../../../ui/index.js';
import type { Home } from '../home-operations.js';
import styles from './Home.module.css';

const ICONS = { ACCEPTED: CheckCheck, APPROVED: FileCheck, JOINED: UserPlus, POSTS: MessageSquareText };

/** What happened since the last visit, each with the way there. */
export function NewsList({ news }: { news: Home['news'] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <ul className={styles.news}>
      {news.map((each) => (
        <li key={`${each.kind}${each.path}`}>
          <Icon of={ICONS[each.kind]} />
          <span>
            {formatMessage(
              { id: `oversight.news.${each.kind}` },
              {
                count: each.count,
                year: each.year ?? '',
                record: (
                  <Link key="record" to={href(each.path)} lang={each.lang}>
                    {each.title}
                  </Link>
                ),
              },
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
