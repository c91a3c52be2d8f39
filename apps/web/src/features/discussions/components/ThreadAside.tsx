import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDot,
  CornerUpRight,
  Eye,
  EyeOff,
  Lock,
  LockOpen,
  Merge,
  MessageCircle,
  Pin,
  PinOff,
  ScrollText,
  Tag,
  Timer,
  type LucideIcon,
} from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { WatchButton } from '../../../app/notices/WatchButton.js';
import { Button } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import type { DecideFields } from '../hooks/use-decide.js';
import type { ThreadShown } from '../thread-operations.js';
import { lastDay } from '../last-day.js';
import { CategoriseDialog } from './CategoriseDialog.js';
import { DecideDialog } from './DecideDialog.js';
import styles from './ThreadAside.module.css';

const MergeDialog = later(() => import('./MergeDialog.js'));
const MoveDialog = later(() => import('./MoveDialog.js'));
const LogDialog = later(() => import('./LogDialog.js'));

const hour = 3_600_000;

/** What happened in a thread, and what its moderators can do. */
export function ThreadAside({ thread, waiting, onRefresh }: { thread: ThreadShown; waiting: number; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const hours = (until: string) => Math.max(1, Math.round((Date.parse(until) - Date.parse(thread.createdAt)) / hour));
  const when = (time: string) => `${formats.weekdayDate(time)}, ${formats.time(time)}`;
  return (
    <div className={styles['timeline']}>
      <h2>{formatMessage({ id: 'discussions.timeline.title' })}</h2>
      <ol>
        <Step icon={Circle} title={formatMessage({ id: `discussions.timeline.begun.${thread.kind}` })}>
          {when(thread.createdAt)}
        </Step>
        {thread.firstReplyAt && (
          <Step icon={MessageCircle} title={formatMessage({ id: 'discussions.timeline.firstReply' })}>
            {formatMessage({ id: 'discussions.timeline.after' }, { hours: hours(thread.firstReplyAt) })}
          </Step>
        )}
        {thread.acceptedAt && thread.acceptedPostNo !== null && (
          <Step icon={CircleCheck} title={formatMessage({ id: 'discussions.timeline.answered' })}>
            {formatMessage({ id: 'discussions.timeline.answeredAfter' }, { hours: hours(thread.acceptedAt), no: thread.acceptedPostNo })}
          </Step>
        )}
        {thread.locked && (
          <Step icon={Lock} title={formatMessage({ id: 'discussions.status.locked' })}>
            {thread.lockedUntil && (
              <>{formatMessage({ id: 'discussions.until' }, { day: formats.shortDate(lastDay(thread.lockedUntil)) })} </>
            )}
            {thread.stateReason}
          </Step>
        )}
        {waiting > 0 ? (
          <Step icon={CircleAlert} title={formatMessage({ id: 'discussions.timeline.now' })}>
            {formatMessage({ id: 'discussions.timeline.waiting' }, { count: waiting })}
          </Step>
        ) : (
          <Step icon={CircleDot} title={formatMessage({ id: 'discussions.timeline.now' })}>
            {formatMessage({ id: 'discussions.posts' }, { count: thread.postsCount })}
          </Step>
        )}
      </ol>
      <div className={styles['acts']}>
        <WatchButton kind="thread" subjectId={thread.id} />
      </div>
      <Moderation thread={thread} onRefresh={onRefresh} />
    </div>
  );
}

function Step({ icon: Drawing, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li>
      <Drawing aria-hidden />
      <b>{title}</b>
      {children}
    </li>
  );
}

function Moderation({ thread, onRefresh }: { thread: ThreadShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [deciding, setDeciding] = useState<DecideFields['kind'] | null>(null);
  const [log, setLog] = useState(false);
  const [arranging, setArranging] = useState<'MOVE' | 'MERGE' | 'CATEGORY' | null>(null);
  const { moderate, readLog } = thread.viewerCan;
  if (!readLog) return null;
  const hidden = thread.state === 'HIDDEN';
  const acts: [DecideFields['kind'], LucideIcon][] = moderate
    ? [
        thread.locked ? ['UNLOCK', LockOpen] : ['LOCK', Lock],
        thread.pinned ? ['UNPIN', PinOff] : ['PIN', Pin],
        thread.slowSeconds > 0 ? ['UNSLOW', Timer] : ['SLOW', Timer],
        hidden ? ['UNHIDE', Eye] : ['HIDE', EyeOff],
      ]
    : [];
  return (
    <div className={styles['acts']}>
      {acts.map(([kind, icon]) => (
        <Button key={kind} kind="quiet" icon={icon} onClick={() => setDeciding(kind)}>
          {formatMessage({ id: `discussions.thread.${kind}` })}
        </Button>
      ))}
      {moderate && !hidden && (
        <>
          <Button kind="quiet" icon={Tag} onClick={() => setArranging('CATEGORY')}>
            {formatMessage({ id: 'discussions.thread.CATEGORY' })}
          </Button>
          <Button kind="quiet" icon={Merge} onClick={() => setArranging('MERGE')}>
            {formatMessage({ id: 'discussions.thread.MERGE' })}
          </Button>
          <Button kind="quiet" icon={CornerUpRight} onClick={() => setArranging('MOVE')}>
            {formatMessage({ id: 'discussions.thread.MOVE' })}
          </Button>
        </>
      )}
      {thread.decisionSeq > 0 && (
        <Button kind="quiet" icon={ScrollText} onClick={() => setLog(true)}>
          {formatMessage({ id: 'discussions.log.open' })}
        </Button>
      )}
      {deciding && (
        <DecideDialog
          subjectId={thread.id}
          kind={deciding}
          expectedSeq={thread.decisionSeq}
          onRefresh={onRefresh}
          onClose={() => setDeciding(null)}
        />
      )}
      {arranging === 'CATEGORY' && <CategoriseDialog thread={thread} onRefresh={onRefresh} onClose={() => setArranging(null)} />}
      <Suspense fallback={null}>
        {arranging === 'MERGE' && <MergeDialog thread={thread} onRefresh={onRefresh} onClose={() => setArranging(null)} />}
        {arranging === 'MOVE' && <MoveDialog thread={thread} onRefresh={onRefresh} onClose={() => setArranging(null)} />}
        {log && <LogDialog thread={thread} onClose={() => setLog(false)} />}
      </Suspense>
    </div>
  );
}
