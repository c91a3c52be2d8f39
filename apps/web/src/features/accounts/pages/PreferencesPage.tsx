import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { noticeSettingsPath } from '../../notifications/paths.js';
import { AppearanceForm } from '../components/AppearanceForm.js';
import { CloseAccount } from '../components/CloseAccount.js';
import { EmailForm } from '../components/EmailForm.js';
import { IdentityList } from '../components/IdentityList.js';
import { ProfileForm } from '../components/ProfileForm.js';
import { ShortcutsForm } from '../components/ShortcutsForm.js';
import { PreferencesPageQuery, type OwnAccount } from '../own-account.js';
import { personPath, securityPath } from '../paths.js';

/** How I want Stoa, and what others see of me. */
export function Component() {
  const query = useQuery(PreferencesPageQuery, { fetchPolicy: 'cache-and-network' });
  const refresh = () => void query.refetch();
  return (
    <QueryView query={query}>
      {({ viewer }) => (viewer ? <Preferences account={viewer} onRefresh={refresh} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Preferences({ account, onRefresh }: { account: OwnAccount; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.preferences.title' })}
        meta={account.email}
        actions={
          <>
            <ButtonLink to={href(securityPath())}>{formatMessage({ id: 'accounts.security.title' })}</ButtonLink>
            <ButtonLink to={href(personPath(account.person))}>{formatMessage({ id: 'accounts.profile.open' })}</ButtonLink>
          </>
        }
      />
      <Section title={formatMessage({ id: 'accounts.appearance.title' })} id="appearance">
        <AppearanceForm account={account} onRefresh={onRefresh} />
      </Section>
      <Section title={formatMessage({ id: 'accounts.profile.title' })} id="profile">
        <ProfileForm key={`profile-${account.person.displayName}`} account={account} onRefresh={onRefresh} />
      </Section>
      <Section title={formatMessage({ id: 'accounts.mails.title' })} id="mails">
        <p>{formatMessage({ id: 'notifications.preferences.text' })}</p>
        <ButtonLink to={href(noticeSettingsPath())}>{formatMessage({ id: 'notifications.settings.open' })}</ButtonLink>
      </Section>
      <Section title={formatMessage({ id: 'accounts.shortcuts.title' })} id="shortcuts">
        <ShortcutsForm account={account} onRefresh={onRefresh} />
      </Section>
      <Section title={formatMessage({ id: 'accounts.emailChange.title' })} id="address">
        <EmailForm current={account.email} stopped={account.mailStopped} />
      </Section>
      <IdentityList />
      <Section title={formatMessage({ id: 'accounts.close.title' })} id="close">
        <CloseAccount />
      </Section>
    </SheetRow>
  );
}
