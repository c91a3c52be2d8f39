import type { ReactNode } from 'react';
import { ErrorState, Forbidden, OfflineState, Skeleton } from '../ui/states.js';
import { SheetRow } from '../ui/Sheet.js';
import { toProblem } from './api/problem.js';
import { NotFoundPage } from './NotFoundPage.js';

interface QueryAnswer<Data> {
  data?: Data | undefined;
  error?: unknown;
  refetch: () => Promise<unknown>;
}

/**
 * Shows the answer of `useQuery` in all its states: a skeleton first, the data while it is read again, and each refusal in its own way.
 * @param page true (default) where the query is the whole page; false for a part of one
 */
export function QueryView<Data>({
  query,
  page = true,
  skeleton,
  children,
}: {
  query: QueryAnswer<Data>;
  page?: boolean;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data !== undefined && data !== null) return children(data);
  const framed = (content: ReactNode) => (page ? <SheetRow>{content}</SheetRow> : content);
  if (!error) return framed(skeleton ?? <Skeleton />);
  const problem = toProblem(error);
  const retry = () => void refetch();
  if (problem.kind === 'notFound' && page) return <NotFoundPage />;
  if (problem.kind === 'forbidden' && page) return <Forbidden />;
  // The error link is on its way to the sign-in page.
  if (problem.kind === 'unauthenticated') return null;
  if (problem.kind === 'offline') return framed(<OfflineState onRetry={retry} />);
  return <ErrorState page={page} reference={problem.reference} onRetry={retry} />;
}
