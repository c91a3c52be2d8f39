import { ChevronLeft, Menu as MenuIcon, Search } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link, NavLink } from 'react-router';
import { Icon } from '../../ui/Icon.js';
import { Menu } from '../../ui/Menu.js';
import { usePageParent } from '../../ui/page-title.js';
import { useHref } from '../i18n/index.js';
import { useShortcuts } from '../keyboard/use-shortcuts.js';
import type { Viewer } from '../viewer/viewer-query.js';
import { ConsentGate } from '../consents/ConsentGate.js';
import { Bell } from '../notices/Bell.js';
import { MailStoppedBanner } from '../notices/MailStoppedBanner.js';
import { AvatarMenu } from './AvatarMenu.js';
import { CreateMenu } from './CreateMenu.js';
import { Foot } from './Foot.js';
import { LanguageMenu } from './LanguageMenu.js';
import { Logo } from './Logo.js';
import { useNavigation, type NavigationGroup } from './navigation.js';
import { WithheldBanner } from './WithheldBanner.js';

const CommandPalette = lazy(() => import('../palette/CommandPalette.js'));
const NoticesNews = lazy(() => import('../notices/NoticesNews.js'));
const ReviewNews = lazy(() => import('../live/ReviewNews.js'));
const ShortcutHelp = lazy(() => import('../keyboard/ShortcutHelp.js'));

/** The member's frame: top bar, rail of index tabs (five tabs at the bottom of a phone), palette and shortcuts, and what is to be said first. */
export default function MemberShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const groups = useNavigation(viewer);
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  useShortcuts(viewer, { openPalette: () => setPalette(true), openHelp: () => setHelp(true) });
  return (
    <>
      <TopBar viewer={viewer} onSearch={() => setPalette(true)} onHelp={() => setHelp(true)} />
      <div className="app-grid">
        <Rail groups={groups} />
        <div>
          <main id="content" className="sheet">
            {viewer.rightsWithheld && <WithheldBanner />}
            {viewer.mailStopped && <MailStoppedBanner email={viewer.email} />}
            <ConsentGate>{children}</ConsentGate>
          </main>
          <Foot />
        </div>
      </div>
      <BottomBar groups={groups} />
      <Suspense fallback={null}>
        <NoticesNews />
        {viewer.toReview !== null && <ReviewNews />}
        {palette && <CommandPalette groups={groups} onHelp={() => setHelp(true)} onClose={() => setPalette(false)} />}
        {help && <ShortcutHelp onClose={() => setHelp(false)} />}
      </Suspense>
    </>
  );
}

function TopBar({ viewer, onSearch, onHelp }: { viewer: Viewer; onSearch: () => void; onHelp: () => void }) {
  const { formatMessage } = useIntl();
  const parent = usePageParent();
  return (
    <header className="topbar">
      <Logo to="/home" />
      {parent && (
        <Link to={parent.to} className="back">
          <Icon of={ChevronLeft} />
          {parent.label}
        </Link>
      )}
      <button type="button" className="search-box desk-only" onClick={onSearch} aria-haspopup="dialog">
        <Icon of={Search} />
        <span>{formatMessage({ id: 'app.search' })}</span>
        <kbd aria-hidden>/</kbd>
      </button>
      <CreateMenu viewer={viewer} />
      <span className="desk-only">
        <LanguageMenu />
      </span>
      <button
        type="button"
        className="button bare icon-only phone-only"
        onClick={onSearch}
        aria-label={formatMessage({ id: 'app.search' })}
      >
        <Icon of={Search} />
      </button>
      <Bell />
      <AvatarMenu viewer={viewer} onHelp={onHelp} />
    </header>
  );
}

function Rail({ groups }: { groups: readonly NavigationGroup[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <div className="rail">
      {groups.map((group) => (
        <nav key={group.key} aria-label={group.label ?? formatMessage({ id: 'app.nav.main' })}>
          {group.label && <h2 aria-hidden>{group.label}</h2>}
          {group.items.map((item) => (
            <NavLink key={item.key} to={href(item.path)} end={item.end ?? false} title={item.label}>
              <Icon of={item.icon} />
              <span>{item.label}</span>
              {item.count ? <span className={item.waits ? 'count now' : 'count'}>{item.count}</span> : null}
            </NavLink>
          ))}
        </nav>
      ))}
    </div>
  );
}

/** Four places and "More" with all the rest. */
function BottomBar({ groups }: { groups: readonly NavigationGroup[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const first = groups[0]?.items.slice(0, 4) ?? [];
  const rest = groups.map((group, index) => ({ label: group.label, items: index === 0 ? group.items.slice(4) : group.items }));
  return (
    <nav className="bottombar" aria-label={formatMessage({ id: 'app.nav.main' })}>
      {first.map((item) => (
        <NavLink key={item.key} to={href(item.path)}>
          <Icon of={item.icon} />
          {item.label}
        </NavLink>
      ))}
      <Menu
        above
        entries={rest.flatMap(({ label, items }) => [
          ...(label ? [label] : []),
          ...items.map((item) => ({
            key: item.key,
            label: item.label,
            icon: item.icon,
            to: href(item.path),
            tail: item.count ? item.count : undefined,
          })),
        ])}
        button={(properties) => (
          <button {...properties} type="button">
            <Icon of={MenuIcon} />
            {formatMessage({ id: 'app.nav.more' })}
          </button>
        )}
      />
    </nav>
  );
}
