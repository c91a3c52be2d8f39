import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { aboutPath, accessibilityPath, agreementsPath, privacyPath } from '../../features/pages/paths.js';
import { useHref } from '../i18n/index.js';

/** The quiet end of every page. */
export function Foot() {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <footer className="site-foot">
      <Link to={href(aboutPath())}>{formatMessage({ id: 'app.foot.about' })}</Link>
      <Link to={href(accessibilityPath())}>{formatMessage({ id: 'app.foot.accessibility' })}</Link>
      <Link to={href(agreementsPath())}>{formatMessage({ id: 'app.foot.agreements' })}</Link>
      <Link to={href(privacyPath())}>{formatMessage({ id: 'app.foot.privacy' })}</Link>
    </footer>
  );
}
