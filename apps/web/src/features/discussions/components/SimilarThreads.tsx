import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { threadPath } from '../paths.js';
import { SimilarThreadsQuery } from '../writing-operations.js';
import { ThreadStatus } from './ThreadStatus.js';
import styles from './SimilarThreads.module.css';

const delay = 400;

/** While a title is written: what the network has said of it already. They open beside the form, so that nothing written is lost. */
export function SimilarThreads({ network, title }: { network: string; title: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(title.trim()), delay);
    return () => clearTimeout(timer);
  }, [title]);
  const { data, previousData } = useQuery(SimilarThreadsQuery, { variables: { network, title: asked }, skip: asked.length < 3 });
  const threads = asked.length < 3 ? [] : ((data ?? previousData)?.similarThreads ?? []);
  return (
    <div role="status">
      {threads.length > 0 && (
        <section className={styles['similar']} aria-labelledby="similar">
          <h2 id="similar">{formatMessage({ id: 'discussions.similar.title' })}</h2>
          <ul>
            {threads.map((thread) => (
              <li key={thread.id}>
                <Link to={href(threadPath(thread))} lang={thread.lang} target="_blank" rel="noopener">
                  {thread.title}
                </Link>
                <span className="meta">
                  <ThreadStatus thread={thread} /> {formatMessage({ id: 'discussions.posts' }, { count: thread.postsCount })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
