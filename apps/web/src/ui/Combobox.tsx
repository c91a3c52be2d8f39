import { useId, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Field } from './Field.js';

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
  lang?: string;
}

export interface ComboboxProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** The chosen option, or null. */
  value: ComboboxOption | null;
  onChange: (option: ComboboxOption | null) => void;
  /** What is typed; the caller finds the options for it (from the API, or by filtering). */
  onQuery: (query: string) => void;
  options: readonly ComboboxOption[];
  busy?: boolean;
  placeholder?: string;
}

/** Type and choose: a text field with a list of suggestions after the ARIA combobox pattern. Matching is the caller's. */
export function Combobox({
  id: givenId,
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  onQuery,
  options,
  busy = false,
  placeholder,
}: ComboboxProps) {
  const { formatMessage } = useIntl();
  const listId = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);

  const choose = (option: ComboboxOption) => {
    onChange(option);
    setQuery(null);
    setOpen(false);
  };
  const move = (to: number) => {
    setOpen(true);
    const next = (to + options.length) % Math.max(options.length, 1);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (move(open ? active + 1 : 0), true),
    ArrowUp: () => (move(active - 1), true),
    Enter: () => {
      const option = options[active];
      if (!open || !option) return false;
      choose(option);
      return true;
    },
    Escape: () => {
      if (!open) return false;
      setOpen(false);
      setQuery(null);
      return true;
    },
  };

  return (
    <Field id={givenId} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => (
        <div
          className="combobox"
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget)) return;
            setOpen(false);
            setQuery(null);
          }}
        >
          <input
            {...wiring}
            className="input"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={open && options[active] ? `${listId}-${active}` : undefined}
            aria-busy={busy || undefined}
            placeholder={placeholder}
            value={query ?? value?.label ?? ''}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
              setOpen(true);
              if (event.target.value === '') onChange(null);
              onQuery(event.target.value);
            }}
            onKeyDown={(event) => {
              if (keys[event.code]?.()) {
                event.preventDefault();
                event.stopPropagation();
              }
            }}
            onClick={() => setOpen(true)}
          />
          <ul
            id={listId}
            ref={list}
            role="listbox"
            className="options"
            hidden={!open || options.length === 0}
            aria-label={typeof label === 'string' ? label : undefined}
          >
            {options.map((option, index) => (
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                lang={option.lang}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </li>
            ))}
          </ul>
          <span className="unseen" role="status">
            {open && query !== null && !busy ? formatMessage({ id: 'ui.combobox.found' }, { count: options.length }) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
