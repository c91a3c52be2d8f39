import { hashOf } from './Emblem.js';

/** Up to three characters that stand for a person: the digits of a demo account ("052"), else the initials. */
export function initialsOf(name: string): string {
  const digits = /\d{2,3}$/.exec(name)?.[0];
  if (digits) return digits;
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Initials on a tone of their own. Decoration: the name stands beside it or labels the control around it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={`avatar tone-${hashOf(name) % 5}`} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
