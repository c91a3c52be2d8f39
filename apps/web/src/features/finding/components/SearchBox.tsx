import { skipToken, useQuery } from '@apollo/client/react';
import { Search } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button } from '../../../ui/index.js';
import { LibrarySuggestionsQuery } from '../library-operations.js';
import { QUERY_MAX } from '../library-params.js';
import styles from './SearchBox.module.css';

/** Suggestions are asked for when typing pauses this long, in milliseconds. */
const PAUSE = 150;
const SUGGESTED = 8;
const SHORTEST = 2;

/** The field of the library's search: what is typed is sought by Enter; suggestions open the record that they name. */
export function SearchBox({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState(query);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => setTyped(query), [query]);
  const { options, busy } = useSuggestions(typed, open);
  const shown = open && options.length > 0;

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (setOpen(true), setActive((at) => (options.length === 0 ? -1 : (at + 1) % options.length)), true),
    ArrowUp: () => (setActive((at) => (at <= 0 ? options.length - 1 : at - 1)), true),
    Escape: () => {
      if (!shown) return false;
      setOpen(false);
      setActive(-1);
      return true;
    },
    Enter: () => {
      const option = shown ? options[active] : undefined;
      if (!option) return false;
      choose(option.path);
      return true;
    },
  };
  const choose = (path: string) => {
    setOpen(false);
    setActive(-1);
    if (path.startsWith('/library?')) setTyped('');
    void navigate(href(path));
  };

  return (
    <form
      role="search"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        onSearch(typed);
      }}
    >
      <div
        className={`combobox ${styles['box'] ?? ''}`}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
        }}
      >
        <input
          className="input"
          type="search"
          role="combobox"
          name="q"
          autoComplete="off"
          maxLength={QUERY_MAX}
          aria-label={formatMessage({ id: 'finding.search.label' })}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
          aria-busy={busy || undefined}
          placeholder={formatMessage({ id: 'finding.search.label' })}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={(event) => {
            if (!keys[event.code]?.()) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <ul id={listId} role="listbox" className="options" hidden={!shown} aria-label={formatMessage({ id: 'finding.search.suggestions' })}>
          {options.map((option, index) => (
            <li
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              lang={option.lang}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option.path)}
            >
              {option.text}
              {option.path.startsWith('/library?') && <small>{formatMessage({ id: 'finding.facet.TOPIC' })}</small>}
            </li>
          ))}
        </ul>
        <span className="unseen" role="status">
          {shown ? formatMessage({ id: 'ui.combobox.found' }, { count: options.length }) : ''}
        </span>
      </div>
      <Button kind="primary" type="submit" icon={Search}>
        {formatMessage({ id: 'finding.search.submit' })}
      </Button>
    </form>
  );
}

/** What the API suggests for what is typed, once typing pauses. */
function useSuggestions(typed: string, open: boolean) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData, loading } = useQuery(
    LibrarySuggestionsQuery,
    open && asked.length >= SHORTEST ? { variables: { query: asked, first: SUGGESTED } } : skipToken,
  );
  const found = typed.trim().length >= SHORTEST ? (data ?? previousData)?.librarySuggestions : undefined;
  return { options: found ?? [], busy: loading };
}
