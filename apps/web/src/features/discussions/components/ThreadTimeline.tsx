import { useQuery } from '@apollo/client/react';
import { ArrowDownToLine, ArrowUpToLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, IconButton } from '../../../ui/index.js';
import { ThreadTimelineQuery, type ThreadShown } from '../thread-operations.js';
import styles from './ThreadTimeline.module.css';

/** Threads of fewer posts are read by scrolling. */
const LONG = 20;
/** Whoever drags on is not stopped on the way. */
const pause = 350;

/** Leads through a long thread: a slider with numbers and dates, its two ends, and where the reader stopped. */
export function ThreadTimeline({
  thread,
  top,
  onGo,
  onReadAll,
}: {
  thread: ThreadShown;
  /** Number of the first post in view. */
  top: number;
  onGo: (no: number) => void;
  onReadAll: () => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [chosen, setChosen] = useState<number | null>(null);
  const gone = useRef(false);
  const { no, lastPostNo, lastReadNo, network } = thread;
  const long = lastPostNo > LONG;
  const { data } = useQuery(ThreadTimelineQuery, { variables: { network: network.slug, no }, skip: !long });
  useEffect(() => {
    if (chosen === null) return;
    const timer = setTimeout(() => {
      onGo(chosen);
      gone.current = true;
    }, pause);
    return () => clearTimeout(timer);
    // What `onGo` does is the same whenever it was made.
  }, [chosen]);
  // The slider stays where it was put until the page is there.
  useEffect(() => {
    if (!gone.current) return;
    gone.current = false;
    setChosen(null);
  }, [top]);
  if (!long) return null;
  const at = chosen ?? Math.max(1, top);
  const when = dateAt(at, thread, data?.thread?.timeline ?? []);
  const place = formatMessage({ id: 'discussions.places.at' }, { no: at, last: lastPostNo });
  const unread = lastReadNo > 0 && lastReadNo < lastPostNo;
  return (
    <nav className={styles['places']} aria-label={formatMessage({ id: 'discussions.places.title' })}>
      <IconButton icon={ArrowUpToLine} label={formatMessage({ id: 'discussions.places.first' })} onClick={() => onGo(1)} />
      <input
        type="range"
        min={1}
        max={lastPostNo}
        value={at}
        aria-label={formatMessage({ id: 'discussions.places.slider' })}
        aria-valuetext={`${place}, ${formats.date(when)}`}
        onChange={(event) => {
          gone.current = false;
          setChosen(Number(event.target.value));
        }}
      />
      <span className={styles['where']} aria-hidden>
        <b>{place}</b>
        <span>{formats.shortDate(when)}</span>
      </span>
      <IconButton icon={ArrowDownToLine} label={formatMessage({ id: 'discussions.places.last' })} onClick={() => onGo(lastPostNo)} />
      {unread && (
        <span className={styles['unread']}>
          <Button kind="quiet" onClick={() => onGo(lastReadNo + 1)}>
            {formatMessage({ id: 'discussions.places.unread' })}
          </Button>
          <Button kind="quiet" onClick={onReadAll}>
            {formatMessage({ id: 'discussions.places.readAll' })}
          </Button>
        </span>
      )}
    </nav>
  );
}

/** When a place was written: exactly where its post is on the page, else as the last mark before it says. */
function dateAt(no: number, thread: ThreadShown, marks: readonly { no: number; at: string }[]): string {
  const post = thread.posts.edges.find(({ node }) => node.no === no)?.node;
  return post?.createdAt ?? marks.findLast((mark) => mark.no <= no)?.at ?? thread.createdAt;
}
