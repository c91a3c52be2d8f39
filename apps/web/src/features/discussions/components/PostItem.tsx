import { CheckCheck, EyeOff, Reply, TextQuote } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Avatar, Button, Markdown, Skeleton, StatusMark, useNarrow } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import type { PostShown } from '../thread-operations.js';
import { LinkPreviews } from './LinkPreviews.js';
import styles from './Post.module.css';
import { PostAttachments } from './PostAttachments.js';
import { Poll } from './Poll.js';
import { PostMenu } from './PostMenu.js';
import { ReactionBar } from './ReactionBar.js';
import { ReviewPanel } from './ReviewPanel.js';

const EditPost = later(() => import('./EditPost.js'));

export interface PostItemProps {
  post: PostShown;
  accepted: boolean;
  /** Slug of the network. */
  network: string;
  canReply: boolean;
  onReply: () => void;
  onQuote: () => void;
  /** Accepts the post as the answer; null where the viewer may not. */
  onAccept: (() => void) | null;
  /** Address of the post, for copying. */
  href: string;
}

/** One post: who and when in the margin, what in the sheet; a gap where the viewer may not read it. */
export function PostItem(props: PostItemProps) {
  const { post, accepted } = props;
  const { formatMessage } = useIntl();
  const [editing, setEditing] = useState(false);
  // What a moderator writes about a report stays when another one decides first.
  const flagged = useRef(false);
  flagged.current ||= post.pendingFlags > 0 && post.viewerCan.moderate;
  if (!post.author) return <Gap post={post} />;
  return (
    <article
      className={accepted ? `${styles['post']} ${styles['accepted']}` : styles['post']}
      id={`p${post.no}`}
      data-row
      data-post={post.no}
      tabIndex={-1}
    >
      <Margin post={post} name={post.author.displayName} />
      {accepted && (
        <div className={styles['tag']}>
          <CheckCheck aria-hidden />
          {formatMessage({ id: 'discussions.post.accepted' })}
        </div>
      )}
      <Byline post={post} name={post.author.displayName} />
      <Trace post={post} />
      {editing ? (
        <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
          <EditPost postId={post.id} network={props.network} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {post.html !== null && <Markdown html={post.html} lang={post.lang ?? undefined} />}
          <PostAttachments attachments={post.attachments} lang={post.lang} />
          {post.hasPoll && <Poll post={post} />}
          <LinkPreviews postId={post.id} />
          <Actions {...props} onEdit={() => setEditing(true)} />
        </>
      )}
      {flagged.current && <ReviewPanel postId={post.id} count={post.pendingFlags} closed={post.pendingFlags === 0} />}
    </article>
  );
}

function Margin({ post, name }: { post: PostShown; name: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <div className={styles['who']}>
      <Avatar name={name} />
      <time dateTime={post.createdAt}>{formats.weekdayDate(post.createdAt)}</time>
      {post.pendingFlags > 0 && <StatusMark status="warn">{formatMessage({ id: 'discussions.post.reported' })}</StatusMark>}
    </div>
  );
}

function Byline({ post, name }: { post: PostShown; name: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const profession = post.authorProfession ? formatMessage({ id: `discussions.profession.${post.authorProfession}` }) : null;
  const from = [profession, post.authorSchool].filter(Boolean).join(', ');
  return (
    <div className={styles['by']}>
      <b>{name}</b>
      <span className="meta">
        {from}
        <span className={styles['phone']}>
          {from && ' · '}
          {formats.weekdayDate(post.createdAt)}
        </span>
        {post.editedAt && (
          <>
            <span className={from ? undefined : styles['phone']}> · </span>
            {formatMessage({ id: 'discussions.post.edited' }, { date: formats.shortDate(post.editedAt) })}
          </>
        )}
      </span>
      <Link className={`meta ${styles['no']}`} to={{ hash: `#p${post.no}` }} replace>
        #{post.no}
      </Link>
    </div>
  );
}

/** For author and moderators: what became of the post, and why. */
function Trace({ post }: { post: PostShown }) {
  const { formatMessage } = useIntl();
  if (post.state === 'VISIBLE') return null;
  return (
    <p className={styles['trace']}>
      <EyeOff aria-hidden />
      <span>
        <strong>{formatMessage({ id: `discussions.post.trace.${post.state}` })}</strong> {post.hiddenReason}
      </span>
    </p>
  );
}

function Gap({ post }: { post: PostShown }) {
  const { formatMessage } = useIntl();
  return (
    <article className={`${styles['post']} ${styles['gap']}`} id={`p${post.no}`} data-post={post.no}>
      <EyeOff aria-hidden />
      <span>{formatMessage({ id: `discussions.post.gap.${post.state}` })}</span>
      <span className={`meta ${styles['no']}`}>#{post.no}</span>
    </article>
  );
}

function Actions({ post, canReply, onReply, onQuote, onAccept, onEdit, href, accepted }: PostItemProps & { onEdit: () => void }) {
  const { formatMessage } = useIntl();
  const narrow = useNarrow();
  const acceptLabel = accepted ? formatMessage({ id: 'discussions.post.unaccept' }) : formatMessage({ id: 'discussions.post.accept' });
  return (
    <div className={styles['actions']}>
      {canReply && (
        <Button kind="subtle" icon={Reply} onClick={onReply}>
          {formatMessage({ id: 'discussions.post.reply' })}
        </Button>
      )}
      {canReply && post.html !== null && (
        <Button
          kind="subtle"
          icon={TextQuote}
          className={styles['quote']}
          // What is selected stays so, since it is what will be quoted.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onQuote}
        >
          <span>{formatMessage({ id: 'discussions.post.quote' })}</span>
        </Button>
      )}
      {onAccept && !narrow && (
        <Button kind="subtle" icon={CheckCheck} onClick={onAccept}>
          {acceptLabel}
        </Button>
      )}
      {post.html !== null && <ReactionBar post={post} />}
      <PostMenu
        post={post}
        href={href}
        onEdit={onEdit}
        // The longest word of the row would push the rest to a second line on a phone.
        {...(onAccept && narrow && { first: { key: 'accept', icon: CheckCheck, label: acceptLabel, onSelect: onAccept } })}
      />
    </div>
  );
}
