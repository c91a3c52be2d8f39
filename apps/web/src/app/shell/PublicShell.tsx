import { Menu as MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { NavLink, useLocation } from 'react-router';
import { ButtonLink } from '../../ui/Button.js';
import { Icon } from '../../ui/Icon.js';
import { Menu } from '../../ui/Menu.js';
import { useHref } from '../i18n/index.js';
import { Foot } from './Foot.js';
import { LanguageMenu } from './LanguageMenu.js';
import { Logo } from './Logo.js';
import { publicItems } from './public-navigation.js';

/** The visitor's frame: everything public in the top bar, no rail. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { pathname, search } = useLocation();
  const items = Object.values(publicItems(formatMessage));
  const signIn = href('/sign-in');
  return (
    <div className="public">
      <header className="topbar">
        <Logo to="/" />
        <nav className="top-nav" aria-label={formatMessage({ id: 'app.nav.main' })}>
          {items.map((item) => (
            <NavLink key={item.key} to={href(item.path)}>
              {item.label}
            </NavLink>
          ))}
        </nav>
        <LanguageMenu long />
        <ButtonLink to={pathname === signIn ? `${signIn}${search}` : `${signIn}?return=${encodeURIComponent(pathname + search)}`}>
          {formatMessage({ id: 'app.signIn' })}
        </ButtonLink>
        <span className="phone-only">
          <Menu
            entries={items.map((item) => ({ key: item.key, label: item.label, icon: item.icon, to: href(item.path) }))}
            button={(properties) => (
              <button {...properties} type="button" className="button bare icon-only" aria-label={formatMessage({ id: 'app.nav.main' })}>
                <Icon of={MenuIcon} />
              </button>
            )}
          />
        </span>
      </header>
      <main id="content" className="sheet">
        {children}
      </main>
      <Foot />
    </div>
  );
}
