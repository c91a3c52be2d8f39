import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { showToast } from '../../../ui/index.js';
import type { PostShown } from '../thread-operations.js';
import { SavePostMutation } from '../writing-operations.js';

/** Keeps a post at hand, or no more, and says so. */
export function useSaving(): (post: Pick<PostShown, 'id' | 'saved'>) => Promise<void> {
  const { formatMessage } = useIntl();
  const [save] = useCommand(SavePostMutation);
  return async ({ id, saved }) => {
    const { done } = await save({ postId: id, saved: !saved });
    if (!done) showToast(formatMessage({ id: 'discussions.reaction.failed' }));
    else showToast(saved ? formatMessage({ id: 'discussions.saved.removed' }) : formatMessage({ id: 'discussions.saved.added' }));
  };
}
