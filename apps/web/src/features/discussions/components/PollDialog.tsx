import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, showToast } from '../../../ui/index.js';
import { lastDay } from '../last-day.js';
import { NEW_POLL, pollInput, type PollDraft } from '../poll-draft.js';
import { SavePollMutation, type PollShown } from '../poll-operations.js';
import { PollFields } from './PollFields.js';

/** Gives a post a poll, or changes the one in which nobody has voted. */
export default function PollDialog({
  postId,
  poll,
  onRefresh,
  onClose,
}: {
  postId: string;
  poll: PollShown | null;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const { cache } = useApolloClient();
  const [draft, setDraft] = useState<PollDraft>(poll ? draftOf(poll) : NEW_POLL);
  const [save, state] = useCommand(SavePollMutation, {
    onDone: () => {
      cache.modify({ id: `Post:${postId}`, fields: { hasPoll: () => true } });
      showToast(formatMessage({ id: 'discussions.poll.saved' }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={poll ? formatMessage({ id: 'discussions.poll.edit' }) : formatMessage({ id: 'discussions.poll.add' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button
            kind="primary"
            busy={state.busy}
            onClick={() => void save({ postId, expectedVersion: poll?.version ?? null, poll: pollInput(draft) })}
          >
            {formatMessage({ id: 'discussions.poll.save' })}
          </Button>
        </>
      }
    >
      <div className="form">
        <FormErrorSummary errors={state.errors} />
        <CommandProblem
          state={state}
          onRefresh={() => {
            onRefresh();
            onClose();
          }}
        />
        <PollFields poll={draft} errorOf={state.errorOf} onChange={setDraft} />
      </div>
    </Dialog>
  );
}

function draftOf({ question, options, multiple, results, closesAt }: PollShown): PollDraft {
  const day = closesAt ? new Date(lastDay(closesAt)) : null;
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    question,
    options: options.map(({ label }) => label),
    multiple,
    results,
    closesOn: day ? `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}` : '',
  };
}
