import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../ui/Dialog.js';
import { currentShortcuts } from './key-map.js';
import type { ShortcutId } from './shortcuts.js';

/** What each shortcut does, in words. */
export function useShortcutNames(): Record<ShortcutId, string> {
  const { formatMessage } = useIntl();
  return {
    palette: formatMessage({ id: 'app.keys.palette' }),
    search: formatMessage({ id: 'app.keys.search' }),
    help: formatMessage({ id: 'app.keys.help' }),
    create: formatMessage({ id: 'app.keys.create' }),
    home: formatMessage({ id: 'app.keys.home' }),
    inbox: formatMessage({ id: 'app.keys.inbox' }),
    networks: formatMessage({ id: 'app.keys.networks' }),
    library: formatMessage({ id: 'app.keys.library' }),
    review: formatMessage({ id: 'app.keys.review' }),
    next: formatMessage({ id: 'app.keys.next' }),
    previous: formatMessage({ id: 'app.keys.previous' }),
    previousTab: formatMessage({ id: 'app.keys.previousTab' }),
    nextTab: formatMessage({ id: 'app.keys.nextTab' }),
  };
}

/** The keys of single pages, which these listen to. */
const ofPages = [
  {
    page: 'thread',
    keys: [
      ['reply', 'R'],
      ['quote', 'Q'],
      ['thank', 'L'],
      ['save', 'B'],
    ],
  },
  {
    page: 'reported',
    keys: [
      ['keep', 'A'],
      ['hide', 'H'],
      ['undo', 'U'],
    ],
  },
] as const;

/** The dialog behind `?`. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { formatMessage } = useIntl();
  const names = useShortcutNames();
  return (
    <Dialog open title={formatMessage({ id: 'app.keys.title' })} onClose={onClose}>
      <p className="muted">{formatMessage({ id: 'app.keys.note' })}</p>
      <table className="table compact keep">
        <caption className="unseen">{formatMessage({ id: 'app.keys.title' })}</caption>
        <tbody>
          {currentShortcuts().map((shortcut) => (
            <tr key={shortcut.id}>
              <th scope="row">{names[shortcut.id]}</th>
              <td className="number">
                {shortcut.keys.map((name) => (
                  <span key={name}>
                    <kbd>{name === 'Mod' ? (navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl') : name}</kbd>{' '}
                  </span>
                ))}
              </td>
            </tr>
          ))}
          {ofPages.map(({ page, keys }) => (
            <Fragment key={page}>
              <tr>
                <th scope="colgroup" colSpan={2}>
                  {formatMessage({ id: `app.keys.${page}` })}
                </th>
              </tr>
              {keys.map(([name, letter]) => (
                <tr key={name}>
                  <th scope="row">{formatMessage({ id: `app.keys.${name}` })}</th>
                  <td className="number">
                    <kbd>{letter}</kbd>
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
