import { useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { securityPath } from '../../features/accounts/paths.js';
import { ButtonLink } from '../../ui/Button.js';
import { Banner, SheetRow } from '../../ui/Sheet.js';
import { useHref } from '../i18n/index.js';

/** Says why rights of the person's role are missing, and leads to where they come back; the page itself says it in its own words. */
export function WithheldBanner() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { pathname } = useLocation();
  const to = href(securityPath());
  if (pathname === to) return null;
  return (
    <SheetRow>
      <Banner tone="warn" actions={<ButtonLink to={to}>{formatMessage({ id: 'app.withheld.action' })}</ButtonLink>}>
        {formatMessage({ id: 'app.withheld.text' })}
      </Banner>
    </SheetRow>
  );
}
