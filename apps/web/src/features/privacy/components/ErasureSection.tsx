import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/index.js';
import { Banner, Button, Checkbox, ConfirmDialog, FormErrorSummary, showToast } from '../../../ui/index.js';
import { CancelErasureMutation, RequestErasureMutation, type OwnData } from '../operations.js';

/** Asks to be erased, or shows until when the wish can be taken back. */
export function ErasureSection({ erasure, onRefresh }: { erasure: OwnData['erasure']; onRefresh: () => void }) {
  return erasure ? <PendingErasure erasure={erasure} onRefresh={onRefresh} /> : <RequestErasure onRefresh={onRefresh} />;
}

function PendingErasure({ erasure, onRefresh }: { erasure: NonNullable<OwnData['erasure']>; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [cancel, state] = useCommand(CancelErasureMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'privacy.erase.cancelled' }));
      onRefresh();
    },
  });
  return (
    <>
      <Banner
        tone="danger"
        actions={
          <Button kind="primary" busy={state.busy} onClick={() => void cancel({ id: erasure.id })}>
            {formatMessage({ id: 'privacy.erase.cancel' })}
          </Button>
        }
      >
        {formatMessage({ id: 'privacy.erase.pending' }, { date: formats.dateTime(erasure.dueAt) })}{' '}
        {erasure.withdrawsWords ? formatMessage({ id: 'privacy.erase.wordsGo' }) : formatMessage({ id: 'privacy.erase.wordsStay' })}
      </Banner>
      <CommandProblem state={state} onRefresh={onRefresh} />
    </>
  );
}

function RequestErasure({ onRefresh }: { onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [withdrawsWords, setWithdrawsWords] = useState(false);
  const [asking, setAsking] = useState(false);
  const [request, state] = useCommand(RequestErasureMutation, { onDone: onRefresh });
  return (
    <>
      <p>{formatMessage({ id: 'privacy.erase.text' })}</p>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <Checkbox
        id="withdrawsWords"
        label={formatMessage({ id: 'privacy.erase.withdraw' })}
        hint={formatMessage({ id: 'privacy.erase.withdrawHint' })}
        checked={withdrawsWords}
        onChange={({ target }) => setWithdrawsWords(target.checked)}
      />
      <div className="button-row">
        <Button kind="danger" onClick={() => setAsking(true)}>
          {formatMessage({ id: 'privacy.erase.request' })}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={formatMessage({ id: 'privacy.erase.sure' })}
        confirmLabel={formatMessage({ id: 'privacy.erase.request' })}
        busy={state.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void request({ withdrawsWords }).then(() => setAsking(false))}
      >
        <p>{formatMessage({ id: 'privacy.erase.sureText' })}</p>
      </ConfirmDialog>
    </>
  );
}
