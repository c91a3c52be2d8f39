import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, showToast } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import { EditPostMutation } from '../thread-commands.js';
import { PostTextQuery } from '../thread-operations.js';

/** Edits one's own post in its place. */
export function EditPost({ postId, onClose }: { postId: string; onClose: () => void }) {
  const query = useQuery(PostTextQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query} page={false}>
      {({ post }) =>
        post && (
          <Form key={post.version} post={{ ...post, body: post.body ?? '' }} onRefresh={() => void query.refetch()} onClose={onClose} />
        )
      }
    </QueryView>
  );
}

function Form({
  post,
  onRefresh,
  onClose,
}: {
  post: { id: string; version: number; body: string };
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [body, setBody] = useState(post.body);
  const [edit, state] = useCommand(EditPostMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'discussions.post.saved' }));
      onClose();
    },
  });
  const save = () => void edit({ postId: post.id, expectedVersion: post.version, body });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <CommandProblem state={state} onRefresh={onRefresh} />
      {state.errorOf('') && (
        <p className="danger" role="alert">
          {state.errorOf('')}
        </p>
      )}
      <MarkdownField
        label={formatMessage({ id: 'discussions.post.text' })}
        hint={formatMessage({ id: 'discussions.post.editHint' })}
        error={state.errorOf('body')}
        value={body}
        onChange={setBody}
        onSubmit={save}
        maxLength={20_000}
        end={
          <>
            <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'discussions.post.save' })}
            </Button>
          </>
        }
      />
    </form>
  );
}
