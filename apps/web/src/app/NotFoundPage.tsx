import { useIntl } from 'react-intl';
import { ButtonLink } from '../ui/Button.js';
import { NotFound } from '../ui/states.js';
import { useHref } from './i18n/index.js';

/** For addresses that no feature knows, and for records that the viewer may not know of. */
export function NotFoundPage() {
  const { formatMessage } = useIntl();
  const href = useHref();
  return <NotFound action={<ButtonLink to={href('/')}>{formatMessage({ id: 'app.toStart' })}</ButtonLink>} />;
}
