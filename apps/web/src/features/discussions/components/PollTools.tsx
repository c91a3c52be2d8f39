import { useApolloClient } from '@apollo/client/react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, ConfirmDialog } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import { ClosePollMutation, RemovePollMutation, type PollShown } from '../poll-operations.js';

const PollDialog = later(() => import('./PollDialog.js'));

/** What the author of a poll, and who moderates, can do with it. */
export function PollTools({ poll, postId, onRefresh }: { poll: PollShown; postId: string; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const { cache } = useApolloClient();
  const [open, setOpen] = useState<'edit' | 'end' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const [end, ending] = useCommand(ClosePollMutation, { onDone: close });
  const [remove, removing] = useCommand(RemovePollMutation, {
    onDone: () => {
      close();
      cache.modify({ id: `Post:${postId}`, fields: { hasPoll: () => false } });
    },
  });
  const acts = { end: { run: end, state: ending }, remove: { run: remove, state: removing } };
  const button = (act: 'edit' | 'end' | 'remove') => (
    <Button kind="subtle" onClick={() => setOpen(act)}>
      {formatMessage({ id: `discussions.poll.${act}` })}
    </Button>
  );
  return (
    <>
      {poll.viewerCan.edit && button('edit')}
      {poll.viewerCan.close && button('end')}
      {poll.viewerCan.edit && button('remove')}
      <Suspense fallback={null}>
        {open === 'edit' && <PollDialog postId={postId} poll={poll} onRefresh={onRefresh} onClose={close} />}
      </Suspense>
      {(['end', 'remove'] as const).map((act) => (
        <ConfirmDialog
          key={act}
          open={open === act}
          title={formatMessage({ id: `discussions.poll.${act}.title` })}
          confirmLabel={formatMessage({ id: `discussions.poll.${act}` })}
          busy={acts[act].state.busy}
          onConfirm={() => void acts[act].run({ postId, expectedVersion: poll.version })}
          onClose={close}
        >
          <p>{formatMessage({ id: `discussions.poll.${act}.text` })}</p>
          <CommandProblem state={acts[act].state} onRefresh={onRefresh} />
          {acts[act].state.errors.map(({ message }) => (
            <p key={message} className="danger" role="alert">
              {message}
            </p>
          ))}
        </ConfirmDialog>
      ))}
    </>
  );
}
