import { Link } from 'react-router';
import { useHref } from '../i18n/index.js';

/** The mark and name, leading to the start. */
export function Logo({ to }: { to: string }) {
  const href = useHref();
  return (
    <Link to={href(to)} className="logo">
      <svg viewBox="0 0 26 26" fill="currentColor" aria-hidden>
        <path d="M1 3h24v3H1zM3 8h4v12H3zM11 8h4v12h-4zM19 8h4v12h-4zM1 22h24v2H1z" />
      </svg>
      Stoa
    </Link>
  );
}
