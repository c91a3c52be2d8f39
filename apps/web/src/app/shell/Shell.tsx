import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { Outlet, ScrollRestoration } from 'react-router';
import { Toasts } from '../../ui/toast.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import { OfflineBanner } from './OfflineBanner.js';
import { PublicShell } from './PublicShell.js';
import { useArrival } from './use-arrival.js';

const MemberShell = lazy(() => import('./MemberShell.js'));
const OutgoingBanner = lazy(() => import('../outgoing/OutgoingBanner.js'));

/** What stands around every page: the visitor's top navigation, or the member's rail. */
export function Shell() {
  const { formatMessage } = useIntl();
  useArrival();
  return (
    <>
      <a className="skip" href="#content">
        {formatMessage({ id: 'app.skip' })}
      </a>
      <OfflineBanner />
      <Suspense fallback={null}>
        <OutgoingBanner />
      </Suspense>
      <Suspense fallback={<Unknown />}>
        <Frame />
      </Suspense>
      <Toasts />
      <ScrollRestoration />
    </>
  );
}

function Frame() {
  const { viewer, known } = useViewer();
  if (!known) return <Unknown />;
  if (!viewer)
    return (
      <PublicShell>
        <Outlet />
      </PublicShell>
    );
  return (
    <MemberShell viewer={viewer}>
      <Outlet />
    </MemberShell>
  );
}

/** Until it is known who reads. */
function Unknown() {
  return <div className="topbar" />;
}
