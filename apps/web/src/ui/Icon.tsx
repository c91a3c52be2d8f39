import type { LucideIcon } from 'lucide-react';

/** A Lucide icon at the interface's weight. Without `label` it is decoration and stays silent. */
export function Icon({ of: Drawing, label, small = false }: { of: LucideIcon; label?: string; small?: boolean }) {
  return (
    <Drawing className={small ? 'icon small' : 'icon'} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })} />
  );
}
