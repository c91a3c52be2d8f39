import { REACTIONS, type Reaction } from '@stoa/domain';
import { Heart, Lightbulb, ThumbsUp, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { showToast } from '../../../ui/index.js';
import type { PostShown } from '../thread-operations.js';
import { ReactMutation } from '../writing-operations.js';
import styles from './ReactionBar.module.css';

const icons: Readonly<Record<Reaction, LucideIcon>> = { THANKS: Heart, AGREE: ThumbsUp, IDEA: Lightbulb };

/** How many said something, by kind. */
export function countsOf({ reactions }: Pick<PostShown, 'reactions'>): Readonly<Record<Reaction, number>> {
  return { THANKS: reactions.thanks, AGREE: reactions.agree, IDEA: reactions.idea };
}

/** What readers say of a post with one press: buttons for whoever may, counts alone for others. */
export function ReactionBar({ post }: { post: PostShown }) {
  const { formatMessage } = useIntl();
  const [react, state] = useCommand(ReactMutation);
  const counts = countsOf(post);
  const press = async (kind: Reaction, on: boolean) => {
    const { done } = await react({ postId: post.id, kind, on });
    if (!done) showToast(formatMessage({ id: 'discussions.reaction.failed' }));
  };
  const label = (kind: Reaction) => formatMessage({ id: `discussions.reaction.${kind}` });
  if (!post.viewerCan.react)
    return REACTIONS.filter((kind) => counts[kind] > 0).map((kind) => {
      const Drawing = icons[kind];
      return (
        <span key={kind} className={`meta ${styles['count']}`} title={label(kind)}>
          <Drawing aria-hidden />
          <span className="unseen">{label(kind)}: </span>
          {counts[kind]}
        </span>
      );
    });
  return (
    <div className={styles['bar']} role="group" aria-label={formatMessage({ id: 'discussions.reaction.group' }, { no: post.no })}>
      {REACTIONS.map((kind) => {
        const Drawing = icons[kind];
        const mine = post.reactions.mine.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            className={`button subtle ${styles['reaction']}`}
            aria-pressed={mine}
            aria-label={`${label(kind)}: ${String(counts[kind])}`}
            title={label(kind)}
            data-reaction={kind}
            aria-disabled={state.busy || undefined}
            onClick={() => void press(kind, !mine)}
          >
            <Drawing aria-hidden />
            {counts[kind] > 0 && <span aria-hidden>{counts[kind]}</span>}
          </button>
        );
      })}
    </div>
  );
}
