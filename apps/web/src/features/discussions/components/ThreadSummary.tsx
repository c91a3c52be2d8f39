import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, Markdown } from '../../../ui/index.js';
import type { ThreadShown } from '../thread-operations.js';
import { SummariseThreadMutation } from '../writing-operations.js';
import { PostEditor } from './PostEditor.js';
import styles from './ThreadSummary.module.css';

/** What a thread came to, above its posts; whoever moderates it writes it here. */
export function ThreadSummary({ thread, onRefresh }: { thread: ThreadShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const { summary, viewerCan } = thread;
  if (editing) return <Form thread={thread} onRefresh={onRefresh} onClose={() => setEditing(false)} />;
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

function Form({ thread, onRefresh, onClose }: { thread: ThreadShown; onRefresh: () => void; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { summary } = thread;
  const [body, setBody] = useState(summary?.body ?? '');
  const [summarise, state] = useCommand(SummariseThreadMutation, { onDone: onClose });
  const save = (text: string) => void summarise({ threadId: thread.id, body: text, seenVersion: summary?.version ?? null });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(body);
      }}
    >
      <CommandProblem state={state} onRefresh={onRefresh} />
      <PostEditor
        id="summary-text"
        network={thread.network.slug}
        label={formatMessage({ id: 'discussions.summary.title' })}
        hint={formatMessage({ id: 'discussions.summary.hint' })}
        error={state.errorOf('body')}
        value={body}
        onChange={setBody}
        onSubmit={() => save(body)}
        end={
          <>
            {summary && (
              <Button kind="danger" busy={state.busy} onClick={() => save('')}>
                {formatMessage({ id: 'discussions.summary.remove' })}
              </Button>
            )}
            <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'discussions.summary.save' })}
            </Button>
          </>
        }
      />
    </form>
  );
}
