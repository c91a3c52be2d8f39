import { matchesTokens, searchFold, searchText, wrongLayout } from '@stoa/domain';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { Icon } from '../../ui/Icon.js';
import { useHref } from '../i18n/index.js';
import type { NavigationGroup } from '../shell/navigation.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import { frequentFirst, remember } from './frecency.js';
import { usePaletteEntries, type PaletteEntry } from './entries.js';
import { recentRecords, rememberRecord } from './recent.js';
import { useRecordEntries } from './use-records.js';

const RECORD = 'record-';

/** `Mod+K`: everything one may do or go to, found whatever the accents, the script or the keyboard's layout. */
export default function CommandPalette({
  groups,
  onHelp,
  onClose,
}: {
  groups: readonly NavigationGroup[];
  onHelp: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const { viewer } = useViewer();
  const navigate = useNavigate();
  const href = useHref();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const entries = usePaletteEntries(viewer, groups, onHelp);
  const found = useMemo(() => find(entries, query), [entries, query]);
  const records = useRecordEntries(query);
  const personId = viewer?.id ?? null;
  const recent = useMemo(() => recentRecords(personId), [personId]);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const choose = (entry: PaletteEntry) => {
    if (entry.key.startsWith(RECORD)) rememberRecord(personId, entry);
    else remember(entry.key);
    onClose();
    if (entry.path !== undefined) void navigate(href(entry.path));
    else entry.run?.();
  };
  const toSearch: PaletteEntry = {
    key: 'search',
    group: formatMessage({ id: 'app.palette.find' }),
    label: formatMessage({ id: 'app.palette.searchFor' }, { query }),
    words: '',
    path: `/search?q=${encodeURIComponent(query.trim())}`,
  };
  const lately = formatMessage({ id: 'app.palette.recent' });
  const shown: readonly PaletteEntry[] =
    query.trim() === ''
      ? [...recent.map((record): PaletteEntry => ({ ...record, group: lately, words: '' })), ...found]
      : [...found, ...records, toSearch];
  const select = (index: number) => {
    setActive(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={formatMessage({ id: 'app.palette.title' })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        aria-label={formatMessage({ id: 'app.palette.title' })}
        placeholder={formatMessage({ id: 'app.palette.placeholder' })}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.code === 'ArrowDown') select((active + 1) % Math.max(shown.length, 1));
          else if (event.code === 'ArrowUp') select((active - 1 + shown.length) % Math.max(shown.length, 1));
          else if (event.code === 'Enter') {
            const entry = shown[active];
            if (entry) choose(entry);
          } else return;
          event.preventDefault();
        }}
      />
      <div className="results" id={listId} role="listbox" aria-label={formatMessage({ id: 'app.palette.title' })}>
        {shown.map((entry, index) => (
          <div key={entry.key} role="presentation">
            {entry.group !== shown[index - 1]?.group && (
              <div className="group" aria-hidden>
                {entry.group}
              </div>
            )}
            <div id={`${listId}-${index}`} role="option" aria-selected={index === active} onClick={() => choose(entry)}>
              {entry.icon && <Icon of={entry.icon} />}
              <span>
                <span lang={entry.lang}>{entry.label}</span>
                {entry.detail && <span className="muted"> · {entry.detail}</span>}
              </span>
              {entry.keys && <kbd>{entry.keys}</kbd>}
            </div>
          </div>
        ))}
      </div>
    </dialog>
  );
}

/** Entries whose words begin with all words typed; nothing found is tried again as typed on the wrong keyboard layout. */
function find(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  if (query.trim() === '') return frequentFirst(entries);
  for (const attempt of [query, ...wrongLayout(query)]) {
    const tokens = searchFold(attempt);
    const hits = entries.filter((entry) => matchesTokens(searchText([entry.label, entry.words]), tokens));
    if (hits.length > 0) return frequentFirst(hits);
  }
  return [];
}
