import { CircleHelp, Keyboard, Settings, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { aboutPath, accessibilityPath } from '../../features/pages/paths.js';
import { useCreatable } from '../shell/creatable.js';
import type { NavigationGroup } from '../shell/navigation.js';
import type { Viewer } from '../viewer/viewer-query.js';

export interface PaletteEntry {
  key: string;
  group: string;
  label: string;
  /** The language of the label where people wrote it. */
  lang?: string;
  /** Where it belongs: a network, a county. */
  detail?: string;
  /** Other words that find it, in any of the four languages. */
  words: string;
  icon?: LucideIcon;
  /** Goes there (path without the language)… */
  path?: string;
  /** …or does this. */
  run?: () => void;
  /** Its shortcut. */
  keys?: string;
}

/** What the palette offers a viewer: only what they may do and pages that exist for them. */
export function usePaletteEntries(viewer: Viewer | null, groups: readonly NavigationGroup[], onHelp: () => void): readonly PaletteEntry[] {
  const { formatMessage } = useIntl();
  const creatable = useCreatable(viewer);
  const doing = formatMessage({ id: 'app.palette.do' });
  const going = formatMessage({ id: 'app.palette.go' });
  const help = formatMessage({ id: 'app.palette.help' });
  // The words that find each in the other languages stand in the messages, too: one list of synonyms a message.
  const synonyms: Record<string, string> = {
    home: formatMessage({ id: 'app.words.home' }),
    networks: formatMessage({ id: 'app.words.networks' }),
    library: formatMessage({ id: 'app.words.library' }),
    find: formatMessage({ id: 'app.words.find' }),
    centres: formatMessage({ id: 'app.words.centres' }),
    schools: formatMessage({ id: 'app.words.schools' }),
  };
  return [
    ...creatable.map((item) => ({
      key: `create-${item.key}`,
      group: doing,
      label: item.label,
      words: formatMessage({ id: 'app.words.create' }),
      icon: item.icon,
      path: item.path,
    })),
    ...groups.flatMap((group) =>
      group.items.map((item) => ({
        key: `go-${item.key}`,
        group: going,
        label: item.label,
        words: [group.label ?? '', synonyms[item.key] ?? ''].join(' '),
        icon: item.icon,
        path: item.path,
      })),
    ),
    {
      key: 'go-preferences',
      group: going,
      label: formatMessage({ id: 'app.menu.preferences' }),
      words: formatMessage({ id: 'app.words.preferences' }),
      icon: Settings,
      path: '/me/preferences',
    },
    {
      key: 'help-keys',
      group: help,
      label: formatMessage({ id: 'app.menu.shortcuts' }),
      words: formatMessage({ id: 'app.words.keys' }),
      icon: Keyboard,
      run: onHelp,
      keys: '?',
    },
    { key: 'help-about', group: help, label: formatMessage({ id: 'app.foot.about' }), words: '', icon: CircleHelp, path: aboutPath() },
    {
      key: 'help-accessibility',
      group: help,
      label: formatMessage({ id: 'app.foot.accessibility' }),
      words: '',
      icon: CircleHelp,
      path: accessibilityPath(),
    },
  ];
}
