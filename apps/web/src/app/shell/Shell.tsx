import { useIntl } from 'react-intl';
import { Outlet, ScrollRestoration } from 'react-router';
import { Toasts } from '../../ui/toast.js';
import { ConsentGate } from '../consents/ConsentGate.js';
import { MailStoppedBanner } from '../notices/MailStoppedBanner.js';
import { OutgoingBanner } from '../outgoing/OutgoingBanner.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import { MemberShell } from './MemberShell.js';
import { OfflineBanner } from './OfflineBanner.js';
import { PublicShell } from './PublicShell.js';
import { useArrival } from './use-arrival.js';
import { WithheldBanner } from './WithheldBanner.js';

/** What stands around every page: the visitor's top navigation, or the member's rail. */
export function Shell() {
  const { viewer, known } = useViewer();
  const { formatMessage } = useIntl();
  useArrival();
  const page = (
    <main id="content" className="sheet">
      {viewer?.rightsWithheld && <WithheldBanner />}
      {viewer?.mailStopped && <MailStoppedBanner email={viewer.email} />}
      {viewer ? (
        <ConsentGate>
          <Outlet />
        </ConsentGate>
      ) : (
        <Outlet />
      )}
    </main>
  );
  return (
    <>
      <a className="skip" href="#content">
        {formatMessage({ id: 'app.skip' })}
      </a>
      <OfflineBanner />
      <OutgoingBanner />
      {!known ? <div className="topbar" /> : viewer ? <MemberShell viewer={viewer}>{page}</MemberShell> : <PublicShell>{page}</PublicShell>}
      <Toasts />
      <ScrollRestoration />
    </>
  );
}
