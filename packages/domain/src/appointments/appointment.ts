import type { IsoDate } from '../school-year/dates.js';

/** States of an appointment; they follow from its dates and are kept nowhere. */
export const APPOINTMENT_STATES = ['PLANNED', 'CURRENT', 'ENDED'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export interface Term {
  from: IsoDate;
  /** The last day, part of the term; null where it is open. */
  to: IsoDate | null;
  /** When it was ended before its time; an ended appointment gives no right from that instant on. */
  revokedAt: Date | null;
}

/** The state of an appointment on a day of its country's calendar. */
export function appointmentState(term: Term, today: IsoDate): AppointmentState {
  if (term.revokedAt !== null || (term.to !== null && term.to < today)) return 'ENDED';
  return term.from > today ? 'PLANNED' : 'CURRENT';
}

/** Whether a term's dates follow each other. */
export function isTerm({ from, to }: Pick<Term, 'from' | 'to'>): boolean {
  return to === null || from <= to;
}

/** Whether two terms share a day, so that two persons would hold a post for one at once. */
export function termsOverlap(a: Pick<Term, 'from' | 'to'>, b: Pick<Term, 'from' | 'to'>): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}
