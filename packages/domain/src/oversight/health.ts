import { daysBetween, type IsoDate } from '../school-year/dates.js';

/** How a network or one of its signals stands, worst first: ■, ▲, ●, ○. */
export const HEALTH = ['AT_RISK', 'WATCH', 'ON_TRACK', 'NO_DATA'] as const;
export type Health = (typeof HEALTH)[number];

/** What is looked at. */
export const HEALTH_SIGNALS = ['participation', 'replies', 'report', 'coordinator'] as const;
export type HealthSignal = (typeof HEALTH_SIGNALS)[number];

/** Where a signal turns; an administrator can change each. */
export interface HealthThresholds {
  /** A member counts as active who did something in so many days. */
  activeWithinDays: number;
  /** Active members in per cent of all: on track and watch from these on. */
  participationPercent: { onTrack: number; watch: number };
  /** Median hours to the first reply: on track and watch up to these. */
  firstReplyHours: { onTrack: number; watch: number };
  /** A report is watched up to so many days after it was due. */
  reportLateDays: number;
  /** A network younger than this has no data to judge. */
  newNetworkDays: number;
}

export const DEFAULT_THRESHOLDS: HealthThresholds = {
  activeWithinDays: 60,
  participationPercent: { onTrack: 60, watch: 40 },
  firstReplyHours: { onTrack: 48, watch: 96 },
  reportLateDays: 14,
  newNetworkDays: 30,
};

/** What is known of a network on a day. */
export interface NetworkFacts {
  createdOn: IsoDate;
  members: number;
  /** Members who were active within `activeWithinDays`. */
  activeMembers: number;
  /** Over the first replies of the same time; null where there was none. */
  medianFirstReplyHours: number | null;
  /** The last report that is or was due; null where there is none yet. A returned one is not submitted. */
  report: { dueOn: IsoDate; submitted: boolean } | null;
  coordinatorVacant: boolean;
}

export interface NetworkHealth {
  overall: Health;
  signals: Readonly<Record<HealthSignal, Health>>;
}

function participation({ members, activeMembers }: NetworkFacts, { participationPercent: limit }: HealthThresholds): Health {
  if (members === 0) return 'NO_DATA';
  const percent = (activeMembers / members) * 100;
  return percent >= limit.onTrack ? 'ON_TRACK' : percent >= limit.watch ? 'WATCH' : 'AT_RISK';
}

function replies({ medianFirstReplyHours: hours }: NetworkFacts, { firstReplyHours: limit }: HealthThresholds): Health {
  if (hours === null) return 'NO_DATA';
  return hours <= limit.onTrack ? 'ON_TRACK' : hours <= limit.watch ? 'WATCH' : 'AT_RISK';
}

function reportSignal({ report }: NetworkFacts, { reportLateDays }: HealthThresholds, today: IsoDate): Health {
  if (report === null) return 'NO_DATA';
  if (report.submitted || today <= report.dueOn) return 'ON_TRACK';
  return daysBetween(report.dueOn, today) <= reportLateDays ? 'WATCH' : 'AT_RISK';
}

/** At risk without a coordinator or with two signals at risk; watch with one at risk or two on watch. */
function overall(signals: NetworkHealth['signals']): Health {
  const count = (health: Health): number => HEALTH_SIGNALS.filter((signal) => signals[signal] === health).length;
  if (signals.coordinator === 'AT_RISK' || count('AT_RISK') >= 2) return 'AT_RISK';
  return count('AT_RISK') === 1 || count('WATCH') >= 2 ? 'WATCH' : 'ON_TRACK';
}

/** How a network stands on a day. One younger than `newNetworkDays` is not judged as a whole; its signals are shown all the same. */
export function networkHealth(facts: NetworkFacts, today: IsoDate, thresholds: HealthThresholds = DEFAULT_THRESHOLDS): NetworkHealth {
  const signals = {
    participation: participation(facts, thresholds),
    replies: replies(facts, thresholds),
    report: reportSignal(facts, thresholds, today),
    coordinator: facts.coordinatorVacant ? 'AT_RISK' : 'ON_TRACK',
  } as const;
  const isNew = daysBetween(facts.createdOn, today) < thresholds.newNetworkDays;
  return { overall: isNew ? 'NO_DATA' : overall(signals), signals };
}

/** Order of networks on an overview, worst first: by the whole, then by how many signals are at risk and on watch. */
export function compareHealth(a: NetworkHealth, b: NetworkHealth): number {
  const weight = ({ overall: whole, signals }: NetworkHealth): number =>
    HEALTH.indexOf(whole) * 100 -
    HEALTH_SIGNALS.reduce((sum, signal) => sum + (signals[signal] === 'AT_RISK' ? 10 : signals[signal] === 'WATCH' ? 1 : 0), 0);
  return weight(a) - weight(b);
}

/** The middle of some numbers, the mean of the two middle ones where they are even in number; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
