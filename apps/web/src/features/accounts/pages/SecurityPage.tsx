import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { CodeAppSection } from '../components/CodeAppSection.js';
import { PasskeySection } from '../components/PasskeySection.js';
import { PasswordForm } from '../components/PasswordForm.js';
import { RecoveryCodesDialog } from '../components/RecoveryCodesDialog.js';
import { RecoveryCodesSection } from '../components/RecoveryCodesSection.js';
import { SessionList } from '../components/SessionList.js';
import { preferencesPath } from '../paths.js';
import { SecurityPageQuery, type Security } from '../security-operations.js';

/** How I sign in, what protects my account, and where I am signed in. */
export function Component() {
  const query = useQuery(SecurityPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ viewer }) =>
        viewer ? (
          <SecurityView
            email={viewer.email}
            withheld={viewer.rightsWithheld}
            security={viewer.security}
            onChanged={() => void query.refetch()}
          />
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

function SecurityView({
  email,
  withheld,
  security,
  onChanged,
}: {
  email: string | null;
  withheld: boolean;
  security: Security;
  onChanged: () => void;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { refresh } = useViewer();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const changed = (fresh?: readonly string[] | null) => {
    if (fresh) setCodes(fresh);
    onChanged();
  };
  // Rights that were withheld are there now; what was read without them is not the whole.
  const closeCodes = () => {
    setCodes(null);
    void refresh();
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.security.title' })}
        meta={email}
        crumbs={[{ label: formatMessage({ id: 'accounts.preferences.title' }), to: href(preferencesPath()) }]}
      />
      {withheld && <Banner tone="warn">{formatMessage({ id: 'accounts.security.withheld' })}</Banner>}
      <Section title={formatMessage({ id: 'accounts.codeApp.title' })} id="codes">
        <CodeAppSection since={security.codeAppSince} onChanged={changed} />
      </Section>
      <Section title={formatMessage({ id: 'accounts.passkeys.title' })} id="passkeys">
        <PasskeySection passkeys={security.passkeys} onChanged={changed} />
      </Section>
      {(security.codeAppSince !== null || security.passkeys.length > 0) && (
        <Section title={formatMessage({ id: 'accounts.recovery.title' })} id="recovery">
          <RecoveryCodesSection left={security.recoveryCodesLeft} onChanged={changed} />
        </Section>
      )}
      <Section title={formatMessage({ id: 'accounts.password.title' })} id="password">
        <PasswordForm />
      </Section>
      <Section title={formatMessage({ id: 'accounts.sessions.title' })} id="sessions">
        <SessionList />
      </Section>
      {codes && <RecoveryCodesDialog codes={codes} onClose={closeCodes} />}
    </SheetRow>
  );
}
