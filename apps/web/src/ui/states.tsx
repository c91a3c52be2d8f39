import { useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from './Button.js';
import { PageHeader } from './PageHeader.js';
import { SheetRow } from './Sheet.js';

/** Nothing here yet: what it is for, an example, one button. For a list that filters emptied, name them and offer Clear. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="placeholder">
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      {action}
    </div>
  );
}

/**
 * Grey lines in the place of what is coming, after 200 ms: a quick answer never flickers.
 * @param shape of a page of text, of a page with a list of rows, of the rows alone, or of a queue whose items are read before they are decided on
 */
export function Skeleton({ lines = 5, shape = 'page' }: { lines?: number; shape?: 'page' | 'list' | 'rows' | 'queue' }) {
  const { formatMessage } = useIntl();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={`skeleton ${shape}`} role="status">
      <span className="unseen">{formatMessage({ id: 'ui.loading' })}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} className={shape !== 'page' && (index > 0 || shape === 'rows') ? 'row' : undefined} aria-hidden />
      ))}
    </div>
  );
}

interface StatePageProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** A whole page that says why there is nothing to see. */
export function StatePage({ title, children, actions }: StatePageProps) {
  return (
    <SheetRow>
      <PageHeader title={title} />
      <div className="state-page">
        {children}
        {actions && <div className="button-row">{actions}</div>}
      </div>
    </SheetRow>
  );
}

/** Something failed: what is safe, Retry, and the code a person can read out. `page` makes it the whole page. */
export function ErrorState({ reference, onRetry, page = false }: { reference?: string | null; onRetry?: () => void; page?: boolean }) {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: 'ui.error.title' });
  const body = (
    <>
      <p>{formatMessage({ id: 'ui.error.safe' })}</p>
      {reference && <p className="meta">{formatMessage({ id: 'ui.error.reference' }, { reference })}</p>}
    </>
  );
  const retry = onRetry && <Button onClick={onRetry}>{formatMessage({ id: 'ui.retry' })}</Button>;
  if (page)
    return (
      <StatePage title={title} actions={retry}>
        {body}
      </StatePage>
    );
  return (
    <div className="placeholder" role="alert">
      <div>
        <strong>{title}</strong>
        {body}
      </div>
      {retry}
    </div>
  );
}

/** No connection: the page cannot be read now; what was read before is shown elsewhere. */
export function OfflineState({ onRetry }: { onRetry: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <EmptyState
      title={formatMessage({ id: 'ui.offline.title' })}
      action={<Button onClick={onRetry}>{formatMessage({ id: 'ui.retry' })}</Button>}
    >
      {formatMessage({ id: 'ui.offline.text' })}
    </EmptyState>
  );
}

/** The viewer may know of the record but not do this. Where the record itself is closed, show `NotFound` instead. */
export function Forbidden({ who, action }: { who?: ReactNode; action?: ReactNode }) {
  const { formatMessage } = useIntl();
  return (
    <StatePage title={formatMessage({ id: 'ui.forbidden.title' })} actions={action}>
      <p>{formatMessage({ id: 'ui.forbidden.text' })}</p>
      {who && <p>{who}</p>}
    </StatePage>
  );
}

/** No such page, or none for this viewer: the two look alike on purpose. */
export function NotFound({ action }: { action?: ReactNode }) {
  const { formatMessage } = useIntl();
  return (
    <StatePage title={formatMessage({ id: 'ui.notFound.title' })} actions={action}>
      <p>{formatMessage({ id: 'ui.notFound.text' })}</p>
    </StatePage>
  );
}

/** "Show more" under a keyset list, with how many are shown. */
export function Pager({
  shown,
  total,
  hasMore,
  busy,
  onMore,
}: {
  shown: number;
  total?: number | undefined;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}) {
  const { formatMessage } = useIntl();
  // The empty list has said so itself.
  if (shown === 0 && !hasMore) return null;
  return (
    <div className="pager">
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {formatMessage({ id: 'ui.pager.more' })}
        </Button>
      )}
      <span className="meta" role="status">
        {total === undefined
          ? formatMessage({ id: 'ui.pager.shown' }, { shown })
          : formatMessage({ id: 'ui.pager.shownOf' }, { shown, total })}
      </span>
    </div>
  );
}
