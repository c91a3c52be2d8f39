import { useKeys } from '../../../app/keyboard/use-keys.js';
import { actOfRow } from '../../../app/keyboard/use-row-focus.js';
import { undoLast } from '../../../ui/index.js';

/** A keeps and H hides the reported post that has the focus; U takes the last decision back. */
export function useReviewKeys(): void {
  useKeys({
    KeyA: () => actOfRow('keep')?.click(),
    KeyH: () => actOfRow('hide')?.click(),
    KeyU: () => void undoLast(),
  });
}
