import type { ReactNode } from 'react';

/** ● ok · ▲ watch · ■ at risk · ○ no data: the shape says it where colour cannot. */
export type Status = 'ok' | 'warn' | 'danger' | 'none';

/** The shape alone, silent; always beside a word. Fonts lack these shapes, so they are drawn. */
export function StatusShape({ status }: { status: Status }) {
  return (
    <svg viewBox="0 0 12 12" fill="currentColor" className={status === 'none' ? 'muted' : status} aria-hidden>
      {status === 'ok' && <circle cx="6" cy="6" r="5.5" />}
      {status === 'warn' && <path d="M6 .6 11.8 11.4H.2z" />}
      {status === 'danger' && <rect x=".8" y=".8" width="10.4" height="10.4" />}
      {status === 'none' && <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />}
    </svg>
  );
}

/** A status in shape, word and colour. `plain` colours the shape alone: for table cells. */
export function StatusMark({ status, plain = false, children }: { status: Status; plain?: boolean; children: ReactNode }) {
  const tone = status === 'none' ? 'muted' : status;
  return (
    <span className={plain ? 'status plain' : `status ${tone}`}>
      <StatusShape status={status} />
      {children}
    </span>
  );
}
