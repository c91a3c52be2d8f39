import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { QueryView } from '../../../app/QueryView.js';
import { Dialog } from '../../../ui/index.js';
import { wordDiff } from '../../../ui/word-diff.js';
import { PostTextQuery } from '../thread-operations.js';
import styles from './HistoryDialog.module.css';

interface Revision {
  id: string;
  body: string;
  replacedAt: string;
}

/** What each edit of a post changed, the latest first: words that were added and removed, by signs as well as by colour. */
export default function HistoryDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const query = useQuery(PostTextQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  return (
    <Dialog open wide title={formatMessage({ id: 'discussions.history.title' })} onClose={onClose}>
      <QueryView query={query} page={false}>
        {({ post }) =>
          post && (
            <ol className={styles['history']}>
              {post.revisions.map((revision, index) => (
                <Edit key={revision.id} revision={revision} after={post.revisions[index - 1]?.body ?? post.body ?? ''} />
              ))}
            </ol>
          )
        }
      </QueryView>
    </Dialog>
  );
}

function Edit({ revision, after }: { revision: Revision; after: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const parts = useMemo(() => wordDiff(revision.body, after), [revision.body, after]);
  return (
    <li>
      <span className="meta">{formatMessage({ id: 'discussions.history.edited' }, { time: formats.dateTime(revision.replacedAt) })}</span>
      <div className={styles['text']}>
        {parts.map(({ kind, text }, index) => {
          if (kind === 'same') return text;
          const Tag = kind === 'added' ? 'ins' : 'del';
          return (
            <Tag key={index}>
              <span className="unseen">{formatMessage({ id: `discussions.history.${kind}` })}: </span>
              {text}
              <span className="unseen">{formatMessage({ id: 'discussions.history.end' })}</span>
            </Tag>
          );
        })}
      </div>
      <details>
        <summary>{formatMessage({ id: 'discussions.history.before' })}</summary>
        <div className={styles['text']}>{revision.body}</div>
      </details>
    </li>
  );
}
