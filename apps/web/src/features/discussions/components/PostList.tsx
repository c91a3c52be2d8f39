import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import type { PostShown } from '../thread-operations.js';
import { LinkPreviewsProvider } from './LinkPreviews.js';
import styles from './PostList.module.css';
import { PostItem, type PostItemProps } from './PostItem.js';

/** The posts with the line at which the reader stopped. */
export function PostList({
  posts,
  stopped,
  itemOf,
  onFarPost,
}: {
  posts: readonly PostShown[];
  stopped: { no: number; at: string | null };
  /** A link to a post that is not among these was followed. */
  onFarPost: (no: number) => void;
  itemOf: (post: PostShown) => Omit<PostItemProps, 'post'>;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const firstUnread = stopped.no > 0 ? posts.find((post) => post.no > stopped.no) : undefined;
  return (
    <div
      className={styles['list']}
      onClick={(event) => {
        const href = event.target instanceof Element ? event.target.closest('.prose a')?.getAttribute('href') : null;
        const no = Number(/^#p(\d+)$/u.exec(href ?? '')?.[1] ?? 0);
        if (no === 0 || document.getElementById(`p${String(no)}`)) return;
        event.preventDefault();
        onFarPost(no);
      }}
    >
      <LinkPreviewsProvider posts={posts}>
        {posts.map((post) => (
          <Fragment key={post.id}>
            {post === firstUnread && stopped.at && (
              <p className={styles['stopped']}>
                {formatMessage({ id: 'discussions.stopped' }, { time: `${formats.weekday(stopped.at)}, ${formats.time(stopped.at)}` })}
              </p>
            )}
            <PostItem post={post} {...itemOf(post)} />
          </Fragment>
        ))}
      </LinkPreviewsProvider>
    </div>
  );
}
