import { Lock } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import type { ResourceShown } from '../resource-operations.js';

const LockDialog = later(() => import('./LockDialog.js'));

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
      <Suspense fallback={null}>
        {locking && <LockDialog resourceId={resourceId} locked={lockedFields} onClose={() => setLocking(false)} />}
      </Suspense>
    </>
  );
}
