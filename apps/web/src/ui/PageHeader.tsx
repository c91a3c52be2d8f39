import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { usePageTitle } from './page-title.js';

export interface Crumb {
  label: string;
  /** Full address (see `useHref`). */
  to: string;
}

export interface PageHeaderProps {
  /** The answer the page gives, as its heading; also the document's title. */
  title: string;
  /** Parents by ownership, without the page itself. On a phone the last one becomes "‹ Parent" in the top bar. */
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  /** Meta line under the title: status, counts. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** The language of the title where people wrote it. */
  lang?: string | undefined;
  /** Set while the form of the page shows errors: the document's title then begins with "Problem:". */
  problem?: boolean;
  /** Tabs of what the page belongs to, above its title: a thread's title is its own, the tabs are the network's. */
  above?: ReactNode;
  /** Tabs below the title. */
  children?: ReactNode;
}

/** Breadcrumbs, title and actions of a page. Exactly one on a page: it carries the only `h1` and takes the focus on arrival. */
export function PageHeader({ title, crumbs = [], lead, meta, actions, lang, problem = false, above, children }: PageHeaderProps) {
  const { formatMessage } = useIntl();
  usePageTitle(problem ? formatMessage({ id: 'ui.problemTitle' }, { title }) : title, crumbs.at(-1));
  return (
    <header className="page-header">
      {crumbs.length > 0 && (
        <nav className="breadcrumbs" aria-label={formatMessage({ id: 'ui.breadcrumbs' })}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
                <ChevronRight aria-hidden />
              </li>
            ))}
          </ol>
        </nav>
      )}
      {above}
      <div className="page-title">
        <div>
          <h1 tabIndex={-1} lang={lang}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
          {meta && <div className="meta-line">{meta}</div>}
        </div>
        {actions && <div className="button-row">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
