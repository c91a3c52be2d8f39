import { ArrowDown, PenLine, WifiOff } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useKeys } from '../../../app/keyboard/use-keys.js';
import { Button, Icon } from '../../../ui/index.js';
import type { Writer } from '../hooks/use-live-thread.js';
import styles from './LiveLine.module.css';

/** So many are named who write at the same time. */
const NAMED = 3;

/** What happens in the thread while it is read: how many replies have come below, who is writing, whether nothing comes at the moment. */
export function LiveLine({
  arrived,
  onShow,
  writers,
  isAway,
}: {
  /** New posts that are not on the page. */
  arrived: number;
  onShow: () => void;
  writers: readonly Writer[];
  /** Whether the connection over which news come is lost. */
  isAway: boolean;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  useKeys(arrived > 0 ? { Period: onShow } : {});
  const names = formats.list(writers.slice(0, NAMED).map(({ displayName }) => displayName));
  return (
    <div className={styles['line']}>
      <div role="status">
        {arrived > 0 && (
          <span className={styles['arrived']}>{formatMessage({ id: 'discussions.thread.arrived' }, { count: arrived })}</span>
        )}
      </div>
      {arrived > 0 && (
        <Button icon={ArrowDown} onClick={onShow} aria-keyshortcuts=".">
          {formatMessage({ id: 'discussions.thread.showNew' })}
        </Button>
      )}
      {writers.length > 0 && (
        <span className={`meta ${styles['said']}`}>
          <Icon of={PenLine} />
          {formatMessage({ id: 'discussions.live.writing' }, { names, count: writers.length })}
        </span>
      )}
      {isAway && (
        <span className={`meta ${styles['said']}`}>
          <Icon of={WifiOff} />
          {formatMessage({ id: 'discussions.live.away' })}
        </span>
      )}
    </div>
  );
}
