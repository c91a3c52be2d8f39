import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useAct } from '../../../app/api/use-command.js';
import { Button } from '../../../ui/index.js';
import { RenewRecoveryCodesMutation } from '../security-operations.js';
import styles from './Security.module.css';

/** How many recovery codes are left, and new ones in their place. */
export function RecoveryCodesSection({ left, onChanged }: { left: number; onChanged: (codes?: readonly string[] | null) => void }) {
  const { formatMessage } = useIntl();
  const [renew, state] = useAct(RenewRecoveryCodesMutation, {
    onDone: ({ renewRecoveryCodes: { recoveryCodes } }) => onChanged(recoveryCodes),
  });
  return (
    <>
      <p className={styles.intro}>{formatMessage({ id: 'accounts.recovery.left' }, { count: left })}</p>
      <CommandProblem state={state} />
      <div className="button-row">
        <Button busy={state.busy} onClick={() => void renew()}>
          {formatMessage({ id: 'accounts.recovery.renew' })}
        </Button>
      </div>
    </>
  );
}
