import { Mail, Phone } from 'lucide-react';
import { useIntl } from 'react-intl';

/** How to reach a place at once: write and call, whichever it has. `primary` fills the first. */
export function ReachButtons({
  email,
  phone,
  subject,
  primary = false,
}: {
  email: string | null;
  phone: string | null;
  subject?: string;
  primary?: boolean;
}) {
  const { formatMessage } = useIntl();
  if (!email && !phone) return null;
  return (
    <div className="button-row">
      {email && (
        <a
          className={primary ? 'button primary' : 'button'}
          href={`mailto:${email}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`}
        >
          <Mail aria-hidden />
          {formatMessage({ id: 'directory.write' })}
        </a>
      )}
      {phone && (
        <a className={primary && !email ? 'button primary' : 'button'} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <Phone aria-hidden />
          {formatMessage({ id: 'directory.call' })}
        </a>
      )}
    </div>
  );
}
