import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { keyName } from '../../../app/keyboard/key-map.js';
import { shortcuts } from '../../../app/keyboard/shortcuts.js';
import { Button, Checkbox, DataTable, FormErrorSummary, showToast } from '../../../ui/index.js';
import type { OwnAccount } from '../own-account.js';
import { UpdatePreferencesMutation } from './preferences-operations.js';

const movable = shortcuts.filter((shortcut) => !('mod' in shortcut));

/** Shortcuts of single keys: off, or moved to other keys (WCAG 2.2, 2.1.4). */
export function ShortcutsForm({ account, onRefresh }: { account: OwnAccount; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [listening, setListening] = useState<string | null>(null);
  const [update, state] = useCommand(UpdatePreferencesMutation, { onDone: () => showToast(formatMessage({ id: 'accounts.saved' })) });
  const moved = new Map(account.shortcutKeys.map(({ shortcut, codes }) => [shortcut, codes]));
  const save = (keys: Map<string, readonly string[]>) =>
    update({ expectedVersion: account.version, shortcutKeys: [...keys].map(([shortcut, codes]) => ({ shortcut, codes: [...codes] })) });
  const errors = state.errors.map((error) => ({
    field: '',
    message: error.field.startsWith('shortcutKeys') ? formatMessage({ id: 'accounts.shortcuts.taken' }) : error.message,
  }));
  return (
    <>
      <FormErrorSummary errors={errors} />
      <Checkbox
        id="shortcuts"
        label={formatMessage({ id: 'accounts.shortcuts.on' })}
        hint={formatMessage({ id: 'accounts.shortcuts.onHint' })}
        checked={account.shortcuts}
        onChange={(event) => void update({ expectedVersion: account.version, shortcuts: event.target.checked })}
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <DataTable
        compact
        caption={formatMessage({ id: 'accounts.shortcuts.title' })}
        captionHidden
        rows={movable}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            header: formatMessage({ id: 'accounts.shortcuts.what' }),
            cell: ({ id }) => formatMessage({ id: `app.keys.${id}` }),
          },
          {
            key: 'keys',
            header: formatMessage({ id: 'accounts.shortcuts.keys' }),
            cell: ({ id, keys }) =>
              listening === id ? (
                <KeyCapture
                  onKeys={(codes) => (setListening(null), void save(new Map(moved).set(id, codes)))}
                  onCancel={() => setListening(null)}
                />
              ) : (
                <Keys keys={moved.get(id)?.map(keyName) ?? keys} />
              ),
          },
          {
            key: 'act',
            header: <span className="unseen">{formatMessage({ id: 'accounts.shortcuts.change' })}</span>,
            cell: ({ id }) => (
              <span className="button-row">
                <Button
                  kind="subtle"
                  onClick={() => setListening(id)}
                  aria-label={formatMessage({ id: 'accounts.shortcuts.changeOf' }, { what: formatMessage({ id: `app.keys.${id}` }) })}
                >
                  {formatMessage({ id: 'accounts.shortcuts.change' })}
                </Button>
                {moved.has(id) && (
                  <Button kind="subtle" busy={state.busy} onClick={() => void save(new Map([...moved].filter(([key]) => key !== id)))}>
                    {formatMessage({ id: 'accounts.shortcuts.back' })}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}

const NO_KEYS = /^(Shift|Control|Alt|Meta|OS|Tab|CapsLock)/;

/** Waits for one key, or for two in turn; Enter keeps one, Escape leaves it. */
function KeyCapture({ onKeys, onCancel }: { onKeys: (codes: string[]) => void; onCancel: () => void }) {
  const { formatMessage } = useIntl();
  const [first, setFirst] = useState<string | null>(null);
  const press = (event: KeyboardEvent) => {
    if (NO_KEYS.test(event.code)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') onCancel();
    else if (event.code === 'Enter') {
      if (first) onKeys([first]);
    } else if (first) onKeys([first, event.code]);
    else setFirst(event.code);
  };
  return (
    <input
      className="input narrow"
      readOnly
      ref={(element) => element?.focus()}
      aria-label={formatMessage({ id: 'accounts.shortcuts.press' })}
      placeholder={formatMessage({ id: 'accounts.shortcuts.press' })}
      value={first ? formatMessage({ id: 'accounts.shortcuts.second' }, { key: keyName(first) }) : ''}
      onKeyDown={press}
      onBlur={onCancel}
    />
  );
}
