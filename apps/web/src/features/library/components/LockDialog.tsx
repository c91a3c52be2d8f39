import { LOCKABLE_FIELDS, type LockableField } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Checkbox, Dialog, showToast } from '../../../ui/index.js';
import { LockHarvestedFieldsMutation } from '../resource-commands.js';
import styles from './LockDialog.module.css';

/** Chooses the fields that a harvest leaves alone. */
export default function LockDialog({
  resourceId,
  locked,
  onClose,
}: {
  resourceId: string;
  locked: readonly LockableField[];
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [fields, setFields] = useState(locked);
  const [lock, state] = useCommand(LockHarvestedFieldsMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.source.kept' }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={formatMessage({ id: 'library.source.lock' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" busy={state.busy} onClick={() => void lock({ id: resourceId, fields: [...fields] })}>
            {formatMessage({ id: 'library.source.keep' })}
          </Button>
        </>
      }
    >
      <p>{formatMessage({ id: 'library.source.lockLead' })}</p>
      <fieldset className={`fields ${styles['locks']}`} aria-label={formatMessage({ id: 'library.source.lock' })}>
        {LOCKABLE_FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={formatMessage({ id: `library.field.${field === 'topicIds' ? 'topics' : field}` })}
            checked={fields.includes(field)}
            onChange={({ target }) =>
              setFields((chosen) => LOCKABLE_FIELDS.filter((each) => (each === field ? target.checked : chosen.includes(each))))
            }
          />
        ))}
      </fieldset>
      <CommandProblem state={state} />
    </Dialog>
  );
}
