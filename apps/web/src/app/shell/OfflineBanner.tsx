import { WifiOff } from 'lucide-react';
import { useSyncExternalStore, useState, useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Icon } from '../../ui/Icon.js';
import { useFormats } from '../i18n/index.js';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether the browser has a connection at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** Says since when what is shown may be old. */
export function OfflineBanner() {
  const online = useOnline();
  const formats = useFormats();
  const { formatMessage } = useIntl();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => setSince(online ? null : new Date()), [online]);
  return (
    <div role="status">
      {since && (
        <div className="status-line">
          <Icon of={WifiOff} />
          {formatMessage({ id: 'app.offline' }, { time: formats.time(since) })}
        </div>
      )}
    </div>
  );
}
