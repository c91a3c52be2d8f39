import { LOCKABLE_FIELDS, type LockableField } from '@stoa/domain';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Checkbox, Dialog, showToast } from '../../../ui/index.js';
import { LockHarvestedFieldsMutation } from '../resource-commands.js';
import type { ResourceShown } from '../resource-operations.js';

type Source = NonNullable<ResourceShown['source']>;

/** Where a harvested resource comes from, with what a curator keeps as it is. */
export function SourceFact({ resourceId, source }: { resourceId: string; source: Source }) {
  const { formatMessage } = useIntl();
  const [locking, setLocking] = useState(false);
  const { name, url, identifier, lockedFields, viewerCanLock } = source;
  return (
    <>
      {url ? (
        <a className="link" href={url} rel="noopener" target="_blank">
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      <span className="meta">{identifier}</span>
      {viewerCanLock && (
        <Button kind="quiet" icon={Lock} onClick={() => setLocking(true)}>
          {formatMessage({ id: 'library.source.locked' }, { count: lockedFields.length })}
        </Button>
      )}
      {locking && <LockDialog resourceId={resourceId} locked={lockedFields} onClose={() => setLocking(false)} />}
    </>
  );
}

/** Chooses the fields that a harvest leaves alone. */
function LockDialog({ resourceId, locked, onClose }: { resourceId: string; locked: readonly LockableField[]; onClose: () => void }) {
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
      <fieldset className="fields" aria-label={formatMessage({ id: 'library.source.lock' })}>
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
