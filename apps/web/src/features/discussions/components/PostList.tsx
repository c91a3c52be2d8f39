import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import type { PostShown } from '../thread-operations.js';
import styles from './PostList.module.css';
import { PostItem, type PostItemProps } from './PostItem.js';

/** The posts with the line at which the reader stopped. */
export function PostList({
  posts,
  stopped,
  itemOf,
}: {
  posts: readonly PostShown[];
  stopped: { no: number; at: string | null };
  itemOf: (post: PostShown) => Omit<PostItemProps, 'post'>;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const firstUnread = stopped.no > 0 ? posts.find((post) => post.no > stopped.no) : undefined;
  return (
    <div className={styles['list']}>
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
    </div>
  );
}
