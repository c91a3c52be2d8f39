import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { MarginNote, StatusMark, TaskRow } from '../../../ui/index.js';
import type { FoundPost } from '../found-operations.js';
import styles from './DiscussionSearch.module.css';

/** Posts with some words around what was found in them. */
export function FoundPosts({ posts }: { posts: readonly FoundPost[] }) {
  const formats = useFormats();
  const href = useHref();
  return (
    <ul className="tasks">
      {posts.map((post) => (
        <TaskRow
          key={post.id}
          title={<Marked parts={post.titleParts} />}
          lang={post.titleLang}
          to={href(post.path)}
          margin={<MarginNote strong={formats.shortDate(post.createdAt)}>{formats.time(post.createdAt)}</MarginNote>}
          detail={
            <>
              <p className={styles['excerpt']} lang={post.lang}>
                <Marked parts={post.excerpt} />
              </p>
              <Facts post={post} />
            </>
          }
        />
      ))}
    </ul>
  );
}

/** A text in which what was found is marked. */
function Marked({ parts }: { parts: FoundPost['excerpt'] }) {
  return parts.map((part, at) => <Fragment key={at}>{part.found ? <mark>{part.text}</mark> : part.text}</Fragment>);
}

function Facts({ post }: { post: FoundPost }) {
  const { formatMessage } = useIntl();
  return (
    <span className={styles['facts']}>
      {post.state !== 'VISIBLE' && <StatusMark status="warn">{formatMessage({ id: `search.state.${post.state}` })}</StatusMark>}
      {post.accepted && <StatusMark status="ok">{formatMessage({ id: 'search.accepted' })}</StatusMark>}
      {post.answered && !post.accepted && <StatusMark status="ok">{formatMessage({ id: 'search.answered.yes' })}</StatusMark>}
      <span>{post.author.displayName}</span>
      <span lang={post.networkLang}>{post.network}</span>
      <span>{formatMessage({ id: 'search.post' }, { no: post.no })}</span>
    </span>
  );
}
