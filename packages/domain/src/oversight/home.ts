import { addDays, type IsoDate, localTime } from '../school-year/dates.js';

/** What can stand on the page that says what needs a person. */
export const HOME_KINDS = [
  'FLAG',
  'UNANSWERED',
  'REQUESTS',
  'INVITATIONS',
  'REPORT',
  'REPORT_RETURNED',
  'REPLIES',
  'INVITED',
  'CONTINUE_STUDY',
  'AFFILIATION',
  'AT_RISK',
  'DECIDE_REPORTS',
  'DECIDE_RESOURCES',
  'RESOURCE_RETURNED',
  'VACANCY',
  'APPOINTMENTS_END',
  'CONFIRM_AFFILIATIONS',
  'FAILED_IMPORT',
  'DEAD_LETTERS',
] as const;
export type HomeKind = (typeof HOME_KINDS)[number];

/** When something needs a person; each group is a heading, in this order. */
export const HOME_GROUPS = ['OVERDUE', 'TODAY', 'THIS_WEEK'] as const;
export type HomeGroup = (typeof HOME_GROUPS)[number];

/** Within so many hours flags, questions and requests to join are answered (ux.md, Review). */
export const RESPONSE_TARGET_HOURS = 72;

/** Within so many days a submitted report is decided: the same time in which members may comment on it. */
export const DECISION_TARGET_DAYS = 14;

/** An appointment that ends within so many days is named. */
export const APPOINTMENT_NOTICE_DAYS = 30;

/**
 * The group of something that is due at an instant, or that waits without a due time.
 * @returns null where it is due later than in seven days
 */
export function homeGroup(dueAt: Date | null, now: Date, timeZone: string): HomeGroup | null {
  if (dueAt === null) return 'THIS_WEEK';
  if (dueAt < now) return 'OVERDUE';
  const today = localTime(now, timeZone).date;
  const day = localTime(dueAt, timeZone).date;
  if (day === today) return 'TODAY';
  return day <= addDays(today, 7) ? 'THIS_WEEK' : null;
}

/** Until when somebody may put off what needs them. */
export const SNOOZES = ['TOMORROW', 'NEXT_WEEK'] as const;
export type Snooze = (typeof SNOOZES)[number];

/** The day on which something that is put off today comes back: tomorrow, or next Monday. `weekday` is 1 Monday to 7 Sunday. */
export function snoozedUntil(snooze: Snooze, today: IsoDate, weekday: number): IsoDate {
  return addDays(today, snooze === 'TOMORROW' ? 1 : 8 - weekday);
}
