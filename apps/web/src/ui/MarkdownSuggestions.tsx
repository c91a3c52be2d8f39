import { useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Edit } from './markdown-edit.js';

/** Somebody who can be mentioned. */
interface Suggestion {
  handle: string;
  name: string;
}

/** Finds people whose names begin with what was typed after `@`. */
export type Suggest = (query: string) => Promise<readonly Suggestion[]>;

/** What stands between the last `@` and the cursor; names have two words at most. */
const TYPED = /(?:^|[\s([{«„“"'>*_])@([\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+)?)$/u;
const WAIT_MS = 150;

interface Open {
  text: string;
  /** Where the `@` stands, and the cursor. */
  from: number;
  to: number;
  found: readonly Suggestion[];
}

/** What `Suggestions` shows and the text area is tied to. */
type SuggestionState = ReturnType<typeof useSuggestions>;

/**
 * Offers people while somebody types `@` and a name. The text area keeps the focus; the arrows go through the list, Enter or Tab takes one.
 * @param put sets the text with the cursor behind what was taken
 */
export function useSuggestions(suggest: Suggest | undefined, put: (edit: Edit) => void) {
  const listId = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const [active, setActive] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const close = () => {
    asked.current += 1;
    clearTimeout(timer.current);
    setOpen(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const onText = (text: string, cursor: number) => {
    const typed = suggest && TYPED.exec(text.slice(Math.max(0, cursor - 80), cursor))?.[1];
    if (typed === undefined) return close();
    clearTimeout(timer.current);
    const mine = (asked.current += 1);
    timer.current = setTimeout(() => {
      void suggest?.(typed)
        .catch(() => [])
        .then((found) => {
          // An answer that comes after another key was pressed is nobody's any more.
          if (asked.current !== mine) return;
          setActive(0);
          setOpen(found.length > 0 ? { text, from: cursor - typed.length - 1, to: cursor, found } : null);
        });
    }, WAIT_MS);
  };
  const take = ({ handle }: Suggestion) => {
    if (!open) return;
    const before = `${open.text.slice(0, open.from)}@${handle} `;
    put({ text: before + open.text.slice(open.to).replace(/^ /u, ''), from: before.length, to: before.length });
    close();
  };
  const onKey = (code: string): boolean => {
    if (!open) return false;
    const chosen = open.found[active];
    if (code === 'Escape') close();
    else if (code === 'ArrowDown' || code === 'ArrowUp')
      setActive((active + (code === 'ArrowDown' ? 1 : -1) + open.found.length) % open.found.length);
    else if ((code === 'Enter' || code === 'Tab') && chosen) take(chosen);
    else return false;
    return true;
  };
  return {
    listId,
    open,
    active,
    onText,
    onKey,
    take,
    onBlur: close,
    wiring: suggest
      ? {
          'aria-autocomplete': 'list' as const,
          'aria-haspopup': 'listbox' as const,
          'aria-controls': open ? listId : undefined,
          'aria-activedescendant': open ? `${listId}-${String(active)}` : undefined,
        }
      : {},
  };
}

/** The people found, above the text; how many there are is said aloud. */
export function Suggestions({ of: { listId, open, active, take } }: { of: SuggestionState }) {
  const { formatMessage } = useIntl();
  return (
    <>
      <span className="unseen" role="status">
        {open && formatMessage({ id: 'ui.markdown.people' }, { count: open.found.length })}
      </span>
      {open && (
        <ul id={listId} role="listbox" className="suggestions" aria-label={formatMessage({ id: 'ui.markdown.mention' })}>
          {open.found.map((person, index) => (
            <li
              key={person.handle}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              // The text area keeps the focus, so that the list does not close before it is clicked.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              {person.name} <small>@{person.handle}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
