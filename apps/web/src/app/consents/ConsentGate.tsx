import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { aboutPath, accessibilityPath, agreementsPath, privacyPath } from '../../features/pages/paths.js';
import { ownDataPath } from '../../features/privacy/paths.js';
import { useHref } from '../i18n/index.js';
import { ConsentsAskedQuery } from './consent-operations.js';

const ConsentPage = lazy(() => import('./ConsentPage.js'));

/** What stays open to whoever did not agree: seeing, taking along and erasing one's data must not hang on it. */
const OPEN = [ownDataPath, privacyPath, agreementsPath, aboutPath, accessibilityPath];

/** Asks a member for what was published since the last visit, in the place of the page; where nothing is asked, there is the page. */
export function ConsentGate({ children }: { children: ReactNode }) {
  const href = useHref();
  const { pathname } = useLocation();
  const { data } = useQuery(ConsentsAskedQuery);
  const asked = data?.consentsAsked ?? [];
  if (asked.length === 0 || OPEN.some((path) => pathname === href(path()))) return children;
  return (
    <Suspense fallback={null}>
      <ConsentPage key={asked.map(({ id }) => id).join(' ')} texts={asked} />
    </Suspense>
  );
}
