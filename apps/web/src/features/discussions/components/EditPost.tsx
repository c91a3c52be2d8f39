import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, showToast } from '../../../ui/index.js';
import { useAttachments, type AttachedFile } from '../hooks/use-attachments.js';
import { useDraft } from '../hooks/use-draft.js';
import { useKeptDraft } from '../hooks/use-kept-draft.js';
import { EditPostMutation } from '../thread-commands.js';
import { PostTextQuery } from '../thread-operations.js';
import { AttachedFiles } from './AttachedFiles.js';
import { DraftSaved, OfferedDraft } from './DraftNote.js';
import { PostEditor } from './PostEditor.js';

/** Edits one's own post in its place. */
export default function EditPost({ postId, network, onClose }: { postId: string; network: string; onClose: () => void }) {
  const query = useQuery(PostTextQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query} page={false}>
      {({ post }) =>
        post && (
          <Form
            key={post.version}
            post={{ ...post, body: post.body ?? '', lang: post.lang ?? 'en' }}
            network={network}
            onRefresh={() => void query.refetch()}
            onClose={onClose}
          />
        )
      }
    </QueryView>
  );
}

function Form({
  post,
  network,
  onRefresh,
  onClose,
}: {
  post: { id: string; version: number; body: string; lang: string; attachments: AttachedFile[] };
  network: string;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  // Kept under the version that it changes: another one's text is not what this writer saw.
  const [kept, setKept, savedAt] = useDraft(`edit.${post.id}.${String(post.version)}`);
  const [body, setBody] = useState(kept || post.body);
  const attachments = useAttachments(post.id, post.attachments);
  const [isHeld, setHeld] = useState(false);
  const draft = useKeptDraft(post.id, { title: '', body, lang: post.lang }, post.body);
  const change = (text: string) => {
    setBody(text);
    setKept(text === post.body ? '' : text);
  };
  const leave = (how: 'sent' | 'discarded') => {
    draft.forget(how);
    if (how === 'sent') attachments.clear();
    else attachments.discard();
    setKept('');
    onClose();
  };
  const [edit, state] = useCommand(EditPostMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'discussions.post.saved' }));
      leave('sent');
    },
  });
  const save = async () => {
    setHeld(attachments.uploads.isWaiting);
    if (attachments.uploads.isWaiting) return;
    await draft.settle();
    await edit({ postId: post.id, expectedVersion: post.version, body, attachments: attachments.input });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CommandProblem state={state} onRefresh={onRefresh} />
      {state.errorOf('') && (
        <p className="danger" role="alert">
          {state.errorOf('')}
        </p>
      )}
      <OfferedDraft draft={draft} onUse={(other) => change(other.body)} />
      <AttachedFiles attachments={attachments} state={state} isHeld={isHeld} />
      <PostEditor
        uploads={attachments.uploads}
        network={network}
        label={formatMessage({ id: 'discussions.post.text' })}
        hint={formatMessage({ id: 'discussions.post.editHint' })}
        error={state.errorOf('body')}
        value={body}
        onChange={change}
        onSubmit={() => void save()}
        end={
          <>
            <DraftSaved kept={draft.savedAt} local={savedAt} />
            <Button onClick={() => leave('discarded')}>{formatMessage({ id: 'ui.cancel' })}</Button>
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'discussions.post.save' })}
            </Button>
          </>
        }
      />
    </form>
  );
}
