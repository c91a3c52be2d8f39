import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, ConfirmDialog, showToast } from '../../../ui/index.js';
import { ownResourcesPath } from '../paths.js';
import {
  ConfirmCurrentMutation,
  DiscardDraftMutation,
  MarkOutdatedMutation,
  PromoteResourceMutation,
  RestoreResourceMutation,
  TakeBackResourceMutation,
  WithdrawResourceMutation,
} from '../resource-commands.js';
import type { ResourceShown } from '../resource-operations.js';

/** What may be done with a resource as a whole, each as a button that says its result. */
export default function ResourceMenu({ resource, onRefresh }: { resource: ResourceShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const said = (id: string) => ({ onDone: () => showToast(formatMessage({ id })) });
  const [takeBack, takingBack] = useCommand(TakeBackResourceMutation, said('library.done.takenBack'));
  const [outdate, outdating] = useCommand(MarkOutdatedMutation, said('library.done.outdated'));
  const [confirm, confirming] = useCommand(ConfirmCurrentMutation, said('library.done.current'));
  const [promote, promoting] = useCommand(PromoteResourceMutation, {
    onDone: ({ promoteResource }) =>
      showToast(formatMessage({ id: promoteResource.resource?.promotedAt ? 'library.done.promoted' : 'library.done.notPromoted' })),
  });
  const [withdraw, withdrawing] = useCommand(WithdrawResourceMutation, said('library.done.withdrawn'));
  const [restore, restoring] = useCommand(RestoreResourceMutation, said('library.done.restored'));
  const [discard, discarding] = useCommand(DiscardDraftMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.done.discarded' }));
      if (resource.state === 'DRAFT') void navigate(href(ownResourcesPath()));
      else onRefresh();
    },
  });
  const [asking, setAsking] = useState<'withdraw' | 'discard' | null>(null);
  const { id, version, viewerCan, state } = resource;
  const input = { id, expectedVersion: version };
  const stopped = [takingBack, outdating, confirming, promoting, withdrawing, restoring, discarding].find(
    ({ problem }) => problem !== null,
  );
  return (
    <>
      {viewerCan.takeBack && (
        <Button busy={takingBack.busy} onClick={() => void takeBack(input)}>
          {formatMessage({ id: 'library.takeBack' })}
        </Button>
      )}
      {viewerCan.outdate && (
        <Button busy={outdating.busy || confirming.busy} onClick={() => void (state === 'OUTDATED' ? confirm(input) : outdate(input))}>
          {formatMessage({ id: state === 'OUTDATED' ? 'library.confirmCurrent' : 'library.markOutdated' })}
        </Button>
      )}
      {viewerCan.promote && (
        <Button busy={promoting.busy} onClick={() => void promote({ ...input, promoted: resource.promotedAt === null })}>
          {formatMessage({ id: resource.promotedAt === null ? 'library.promote' : 'library.promoteEnd' })}
        </Button>
      )}
      {viewerCan.restore && (
        <Button busy={restoring.busy} onClick={() => void restore(input)}>
          {formatMessage({ id: 'library.restore' })}
        </Button>
      )}
      {viewerCan.withdraw && <Button onClick={() => setAsking('withdraw')}>{formatMessage({ id: 'library.withdraw' })}</Button>}
      {viewerCan.discard && <Button onClick={() => setAsking('discard')}>{formatMessage({ id: 'library.discard' })}</Button>}
      {stopped && <CommandProblem state={stopped} onRefresh={onRefresh} />}
      {asking && (
        <ConfirmDialog
          open
          title={formatMessage({ id: `library.${asking}.ask` })}
          confirmLabel={formatMessage({ id: `library.${asking}` })}
          danger
          onConfirm={() => {
            setAsking(null);
            void (asking === 'withdraw' ? withdraw(input) : discard(input));
          }}
          onClose={() => setAsking(null)}
        >
          {formatMessage({ id: `library.${asking}.hint` })}
        </ConfirmDialog>
      )}
    </>
  );
}
