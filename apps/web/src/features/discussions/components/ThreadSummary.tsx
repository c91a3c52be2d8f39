import { NotebookPen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, Markdown, Skeleton } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import type { ThreadShown } from '../thread-operations.js';
import styles from './ThreadSummary.module.css';

const SummaryForm = later(() => import('./SummaryForm.js'));

/** What a thread came to, above its posts; whoever moderates it writes it here. */
export function ThreadSummary({ thread, onRefresh }: { thread: ThreadShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const { summary, viewerCan } = thread;
  if (editing)
    return (
      <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
        <SummaryForm thread={thread} onRefresh={onRefresh} onClose={() => setEditing(false)} />
      </Suspense>
    );
  if (!summary)
    return viewerCan.summarise ? (
      <Button kind="quiet" icon={NotebookPen} className={styles['write']} onClick={() => setEditing(true)}>
        {formatMessage({ id: 'discussions.summary.write' })}
      </Button>
    ) : null;
  return (
    <section className={styles['summary']} aria-labelledby="summary">
      <div className={styles['head']}>
        <h2 id="summary">{formatMessage({ id: 'discussions.summary.title' })}</h2>
        <span className="meta">
          {summary.writtenBy.displayName}, {formats.shortDate(summary.writtenAt)}
        </span>
        {viewerCan.summarise && (
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {formatMessage({ id: 'discussions.summary.edit' })}
          </Button>
        )}
      </div>
      <Markdown html={summary.html} />
    </section>
  );
}
