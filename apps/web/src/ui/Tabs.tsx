import { NavLink } from 'react-router';

/** Tabs that are routes: each has an address, `[` and `]` step through them. `end` marks the tab whose address begins the others'. */
export function Tabs({ tabs, label }: { tabs: readonly { to: string; label: string; count?: number; end?: boolean }[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label} data-tabs>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <>
              {' '}
              <span className="count">{tab.count}</span>
            </>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
