import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { QueryView } from '../../../app/QueryView.js';
import { Dialog } from '../../../ui/index.js';
import { PostTextQuery } from '../thread-operations.js';
import styles from './Post.module.css';

/** What a post said before it was edited, newest first. */
export function HistoryDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const query = useQuery(PostTextQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  return (
    <Dialog open wide title={formatMessage({ id: 'discussions.history.title' })} onClose={onClose}>
      <QueryView query={query} page={false}>
        {({ post }) => (
          <ol className={styles['history']}>
            {post?.revisions.map((revision) => (
              <li key={revision.id}>
                <span className="meta">
                  {formatMessage({ id: 'discussions.history.until' }, { time: formats.dateTime(revision.replacedAt) })}
                </span>
                <pre>{revision.body}</pre>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Dialog>
  );
}
