import { useApolloClient } from '@apollo/client/react';
import {
  Bookmark,
  BookmarkCheck,
  Ellipsis,
  Eye,
  EyeOff,
  Flag,
  History,
  Link2,
  MessageCircleWarning,
  Pencil,
  Split,
  Trash2,
  Undo2,
  Users,
  Vote,
} from 'lucide-react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { ConfirmDialog, IconButton, Menu, showToast, type MenuEntry } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import type { DecideFields } from '../hooks/use-decide.js';
import { useThreadAddress } from '../hooks/use-thread-address.js';
import { useSaving } from '../hooks/use-saving.js';
import { WithdrawPostMutation } from '../thread-commands.js';
import { PostReviewQuery, type PostShown } from '../thread-operations.js';
import { DecideDialog } from './DecideDialog.js';
import { countsOf } from './ReactionBar.js';
import { ReportDialog } from './ReportDialog.js';

const SplitDialog = later(() => import('./SplitDialog.js'));
const PollDialog = later(() => import('./PollDialog.js'));
const HistoryDialog = later(() => import('./HistoryDialog.js'));
const ReactorsDialog = later(() => import('./ReactorsDialog.js'));

/** What else can be done with a post: only what the viewer may. */
export function PostMenu({
  post,
  href,
  onEdit,
  first,
}: {
  post: PostShown;
  href: string;
  onEdit: () => void;
  /** An act that has no room beside the others. */
  first?: MenuEntry;
}) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const [open, setOpen] = useState<'report' | 'history' | 'withdraw' | 'reactors' | 'split' | 'poll' | null>(null);
  const [deciding, setDeciding] = useState<{ kind: DecideFields['kind']; seq: number } | null>(null);
  const [withdraw, state] = useCommand(WithdrawPostMutation, { onDone: () => setOpen(null) });
  const keep = useSaving();
  const address = useThreadAddress();
  const { viewerCan } = post;
  const decide = async (kind: DecideFields['kind']) => {
    const { data } = await client.query({ query: PostReviewQuery, variables: { id: post.id }, fetchPolicy: 'network-only' });
    if (data?.post) setDeciding({ kind, seq: data.post.decisionSeq });
  };
  const copy = () =>
    void navigator.clipboard
      .writeText(new URL(href, location.href).href)
      .then(() => showToast(formatMessage({ id: 'discussions.post.copied' })));
  const open_ = post.state === 'VISIBLE';
  const entries: MenuEntry[] = [
    ...(first === undefined ? [] : [first]),
    { key: 'link', icon: Link2, label: formatMessage({ id: 'discussions.post.copy' }), onSelect: copy },
    ...(post.html === null
      ? []
      : [
          {
            key: 'save',
            icon: post.saved ? BookmarkCheck : Bookmark,
            label: post.saved ? formatMessage({ id: 'discussions.saved.remove' }) : formatMessage({ id: 'discussions.saved.add' }),
            onSelect: () => void keep(post),
          },
        ]),
    ...(Object.values(countsOf(post)).some((count) => count > 0)
      ? [{ key: 'reactors', icon: Users, label: formatMessage({ id: 'discussions.reaction.who' }), onSelect: () => setOpen('reactors') }]
      : []),
    ...(viewerCan.edit ? [{ key: 'edit', icon: Pencil, label: formatMessage({ id: 'discussions.post.edit' }), onSelect: onEdit }] : []),
    ...(viewerCan.edit && post.no === 1 && !post.hasPoll
      ? [{ key: 'poll', icon: Vote, label: formatMessage({ id: 'discussions.poll.add' }), onSelect: () => setOpen('poll') }]
      : []),
    ...(post.editedAt
      ? [{ key: 'history', icon: History, label: formatMessage({ id: 'discussions.post.history' }), onSelect: () => setOpen('history') }]
      : []),
    ...(viewerCan.withdraw
      ? [{ key: 'withdraw', icon: Undo2, label: formatMessage({ id: 'discussions.post.withdraw' }), onSelect: () => setOpen('withdraw') }]
      : []),
    ...(viewerCan.report
      ? [{ key: 'report', icon: Flag, label: formatMessage({ id: 'discussions.post.report' }), onSelect: () => setOpen('report') }]
      : []),
    ...(viewerCan.moderate && post.state !== 'REMOVED' ? [null] : []),
    ...(viewerCan.moderate && open_
      ? [{ key: 'hide', icon: EyeOff, label: formatMessage({ id: 'discussions.decide.HIDE' }), onSelect: () => void decide('HIDE') }]
      : []),
    ...(viewerCan.moderate && open_
      ? [
          {
            key: 'warn',
            icon: MessageCircleWarning,
            label: formatMessage({ id: 'discussions.decide.WARN' }),
            onSelect: () => void decide('WARN'),
          },
        ]
      : []),
    ...(viewerCan.moderate && post.state === 'HIDDEN'
      ? [{ key: 'unhide', icon: Eye, label: formatMessage({ id: 'discussions.decide.UNHIDE' }), onSelect: () => void decide('UNHIDE') }]
      : []),
    ...(viewerCan.moderate && post.state === 'HELD'
      ? [{ key: 'keep', icon: Eye, label: formatMessage({ id: 'discussions.decide.KEEP' }), onSelect: () => void decide('KEEP') }]
      : []),
    ...(viewerCan.moderate && post.no > 1
      ? [{ key: 'split', icon: Split, label: formatMessage({ id: 'discussions.thread.SPLIT' }), onSelect: () => setOpen('split') }]
      : []),
    ...(viewerCan.moderate && post.state !== 'REMOVED'
      ? [{ key: 'remove', icon: Trash2, label: formatMessage({ id: 'discussions.decide.REMOVE' }), onSelect: () => void decide('REMOVE') }]
      : []),
  ];
  return (
    <>
      <Menu
        entries={entries}
        button={(wiring) => (
          <IconButton {...wiring} icon={Ellipsis} label={formatMessage({ id: 'discussions.post.menu' }, { no: post.no })} />
        )}
      />
      <Suspense fallback={null}>
        {open === 'split' && <SplitDialog thread={address} post={post.no} onClose={() => setOpen(null)} />}
        {open === 'poll' && <PollDialog postId={post.id} poll={null} onRefresh={() => setOpen(null)} onClose={() => setOpen(null)} />}
        {open === 'report' && <ReportDialog postId={post.id} onClose={() => setOpen(null)} />}
        {open === 'reactors' && <ReactorsDialog postId={post.id} onClose={() => setOpen(null)} />}
        {open === 'history' && <HistoryDialog postId={post.id} onClose={() => setOpen(null)} />}
      </Suspense>
      <ConfirmDialog
        open={open === 'withdraw'}
        title={formatMessage({ id: 'discussions.withdraw.title' })}
        confirmLabel={formatMessage({ id: 'discussions.post.withdraw' })}
        danger
        busy={state.busy}
        onConfirm={() => void withdraw({ postId: post.id, expectedVersion: post.version })}
        onClose={() => setOpen(null)}
      >
        <p>{formatMessage({ id: 'discussions.withdraw.text' })}</p>
        {state.errors.map((error) => (
          <p key={error.message} className="danger" role="alert">
            {error.message}
          </p>
        ))}
      </ConfirmDialog>
      {deciding && <DecideDialog subjectId={post.id} kind={deciding.kind} expectedSeq={deciding.seq} onClose={() => setDeciding(null)} />}
    </>
  );
}
