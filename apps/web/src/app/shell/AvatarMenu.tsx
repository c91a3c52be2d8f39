import { useApolloClient } from '@apollo/client/react';
import { Award, Bookmark, Keyboard, LogOut, Monitor, Moon, Scale, Settings, ShieldCheck, ShieldUser, Sun, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router';
import { ownDecisionsPath } from '../../features/moderation/paths.js';
import { personPath, preferencesPath, securityPath } from '../../features/accounts/paths.js';
import { portfolioPath } from '../../features/learning/paths.js';
import { savedPostsPath } from '../../features/discussions/paths.js';
import { ownDataPath } from '../../features/privacy/paths.js';
import { Avatar, initialsOf } from '../../ui/Avatar.js';
import { Menu } from '../../ui/Menu.js';
import { graphql } from '../api/graphql.js';
import { languageNames, languages, useHref, useLanguage } from '../i18n/index.js';
import { applyTheme, currentTheme, type Theme } from '../preferences/theme.js';
import { forgetRecords } from '../palette/recent.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import type { Viewer } from '../viewer/viewer-query.js';

const ShellSignOutMutation = graphql(`
  mutation ShellSignOutMutation {
    signOut {
      signedOut
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What belongs to the person: preferences, theme, shortcuts, signing out. On a phone the language too. */
export function AvatarMenu({ viewer, onHelp }: { viewer: Viewer; onHelp: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { refresh } = useViewer();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const language = useLanguage();
  const { pathname, search, hash } = useLocation();
  const rest = pathname.replace(/^\/[^/]+/, '') + search + hash;

  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  const signOut = async () => {
    await client.mutate({ mutation: ShellSignOutMutation });
    forgetRecords();
    await navigate(href('/'));
    await refresh();
  };
  return (
    <Menu
      entries={[
        viewer.person.displayName,
        { key: 'profile', label: formatMessage({ id: 'app.menu.profile' }), icon: UserRound, to: href(personPath(viewer.person)) },
        { key: 'saved', label: formatMessage({ id: 'discussions.saved.title' }), icon: Bookmark, to: href(savedPostsPath()) },
        { key: 'portfolio', label: formatMessage({ id: 'learning.portfolio.page' }), icon: Award, to: href(portfolioPath()) },
        { key: 'preferences', label: formatMessage({ id: 'app.menu.preferences' }), icon: Settings, to: href(preferencesPath()) },
        { key: 'security', label: formatMessage({ id: 'app.menu.security' }), icon: ShieldCheck, to: href(securityPath()) },
        { key: 'own-decisions', label: formatMessage({ id: 'moderation.own.title' }), icon: Scale, to: href(ownDecisionsPath()) },
        { key: 'own-data', label: formatMessage({ id: 'app.menu.ownData' }), icon: ShieldUser, to: href(ownDataPath()) },
        { key: 'shortcuts', label: formatMessage({ id: 'app.menu.shortcuts' }), icon: Keyboard, onSelect: onHelp, tail: <kbd>?</kbd> },
        formatMessage({ id: 'app.menu.theme' }),
        {
          key: 'system',
          label: formatMessage({ id: 'app.theme.system' }),
          icon: Monitor,
          checked: theme === 'system',
          onSelect: () => choose('system'),
        },
        {
          key: 'light',
          label: formatMessage({ id: 'app.theme.light' }),
          icon: Sun,
          checked: theme === 'light',
          onSelect: () => choose('light'),
        },
        {
          key: 'dark',
          label: formatMessage({ id: 'app.theme.dark' }),
          icon: Moon,
          checked: theme === 'dark',
          onSelect: () => choose('dark'),
        },
        formatMessage({ id: 'app.menu.language' }),
        ...languages.map((code) => ({
          key: code,
          label: languageNames[code],
          lang: code,
          to: `/${code}${rest}`,
          checked: code === language,
        })),
        null,
        { key: 'sign-out', label: formatMessage({ id: 'app.menu.signOut' }), icon: LogOut, onSelect: () => void signOut() },
      ]}
      button={(properties) => (
        <button
          {...properties}
          type="button"
          className="avatar-button"
          // The initials can be seen, so the name begins with them: people who speak to their computer say what they see.
          aria-label={`${initialsOf(viewer.person.displayName)}, ${formatMessage({ id: 'app.menu.person' }, { name: viewer.person.displayName })}`}
        >
          <Avatar name={viewer.person.displayName} />
        </button>
      )}
    />
  );
}
