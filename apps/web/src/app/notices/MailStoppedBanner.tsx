import { useIntl } from 'react-intl';
import { preferencesPath } from '../../features/accounts/paths.js';
import { ButtonLink } from '../../ui/Button.js';
import { Banner, SheetRow } from '../../ui/Sheet.js';
import { useHref } from '../i18n/index.js';

/** Says that no mails come, since the mailbox sends them back, and leads to where that ends. */
export function MailStoppedBanner({ email }: { email: string | null }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <SheetRow>
      <Banner
        tone="warn"
        actions={<ButtonLink to={href(`${preferencesPath()}#address`)}>{formatMessage({ id: 'app.mailStopped.action' })}</ButtonLink>}
      >
        {formatMessage({ id: 'app.mailStopped.text' }, { email: email ?? '' })}
      </Banner>
    </SheetRow>
  );
}
