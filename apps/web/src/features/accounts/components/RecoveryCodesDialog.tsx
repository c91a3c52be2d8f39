import { useIntl } from 'react-intl';
import { Button, Dialog } from '../../../ui/index.js';
import styles from './Security.module.css';

/** New recovery codes, shown this once: to be printed or kept as a file. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${formatMessage({ id: 'accounts.recovery.fileHead' })}\n\n${codes.join('\n')}\n`)}`;
  return (
    <Dialog
      open
      title={formatMessage({ id: 'accounts.recovery.newTitle' })}
      onClose={onClose}
      footer={
        <>
          <a className="button" href={file} download="stoa-recovery-codes.txt">
            {formatMessage({ id: 'accounts.recovery.download' })}
          </a>
          <Button onClick={() => print()}>{formatMessage({ id: 'accounts.recovery.print' })}</Button>
          <Button kind="primary" onClick={onClose}>
            {formatMessage({ id: 'accounts.recovery.kept' })}
          </Button>
        </>
      }
    >
      <p>{formatMessage({ id: 'accounts.recovery.newLead' })}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
