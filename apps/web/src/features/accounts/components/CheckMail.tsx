import { useIntl } from 'react-intl';
import { StatePage } from '../../../ui/index.js';

/** After a mail was asked for; says nothing about whether the address is known. */
export function CheckMail({ email }: { email: string | null }) {
  const { formatMessage } = useIntl();
  return (
    <StatePage title={formatMessage({ id: 'accounts.checkMail.title' })}>
      <p>{email ? formatMessage({ id: 'accounts.checkMail.text' }, { email }) : formatMessage({ id: 'accounts.checkMail.sameAddress' })}</p>
      <p className="muted">{formatMessage({ id: 'accounts.checkMail.hint' })}</p>
    </StatePage>
  );
}
