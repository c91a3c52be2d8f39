import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button } from '../../../ui/index.js';
import type { ThreadShown } from '../thread-operations.js';
import { SummariseThreadMutation } from '../writing-operations.js';
import { PostEditor } from './PostEditor.js';

/** Writes what a thread came to, or takes it away. */
export default function SummaryForm({ thread, onRefresh, onClose }: { thread: ThreadShown; onRefresh: () => void; onClose: () => void }) {
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
