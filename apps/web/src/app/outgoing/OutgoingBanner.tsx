import { SendHorizontal } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Icon } from '../../ui/Icon.js';
import { showToast } from '../../ui/toast.js';
import { useHref } from '../i18n/index.js';
import { useOutgoing, useSending } from './use-sending.js';

/** Says how many replies wait to be sent and where they will stand, and sends them. */
export default function OutgoingBanner() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const waiting = useOutgoing();
  useSending(({ title }) => showToast(formatMessage({ id: 'app.outgoing.sent' }, { title })));
  const places = [...new Map(waiting.map((reply) => [reply.path, reply])).values()];
  return (
    <div role="status">
      {waiting.length > 0 && (
        <div className="status-line">
          <Icon of={SendHorizontal} />
          <span>
            {formatMessage({ id: 'app.outgoing.waiting' }, { count: waiting.length })}{' '}
            {places.map(({ path, title, titleLang }, index) => (
              <span key={path}>
                {index > 0 && ' · '}
                <Link className="link" lang={titleLang} to={href(path)}>
                  {title}
                </Link>
              </span>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
