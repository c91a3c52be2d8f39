import { useContext, useMemo } from 'react';
import { IntlContext } from 'react-intl';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ErrorState } from '../ui/states.js';
import { NotFoundPage } from './NotFoundPage.js';

/** What stands where a page fell over: a fault of ours, or an old page after a new release. */
export function RouteFault() {
  const error = useRouteError();
  const reference = useMemo(() => crypto.randomUUID().slice(0, 8), []);
  const inLanguage = useContext(IntlContext) !== undefined;
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  console.error(reference, error);
  // Before the messages are loaded there are no words: the browser's own reload is all that helps.
  if (!inLanguage) return <p style={{ padding: 24 }}>Stoa · {reference}</p>;
  return <ErrorState page reference={reference} onRetry={() => location.reload()} />;
}
