/** How a person hears of something: not at all, in the inbox alone, or also by mail: a digest, or a mail at once. */
export const DELIVERIES = ['OFF', 'APP', 'WEEKLY', 'DAILY', 'NOW'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Digests by how often they come. */
export const DIGEST_PERIODS = ['DAILY', 'WEEKLY'] as const satisfies readonly Delivery[];
export type DigestPeriod = (typeof DIGEST_PERIODS)[number];

interface NoticeRule {
  /** What holds until a person chooses. */
  usual: Delivery;
  /** Whether a person may hear nothing of it: never of decisions about them, nor of what waits for them. */
  canBeOff: boolean;
}

/** What a person chooses for; each happening belongs to one. */
const RULES = {
  MENTION: { usual: 'NOW', canBeOff: true },
  FIRST_REPLY: { usual: 'NOW', canBeOff: true },
  REPLY: { usual: 'DAILY', canBeOff: true },
  NEW_THREAD: { usual: 'DAILY', canBeOff: true },
  ACCEPTED: { usual: 'APP', canBeOff: true },
  DECISION: { usual: 'NOW', canBeOff: false },
  MEMBERSHIP: { usual: 'NOW', canBeOff: false },
  REVIEW: { usual: 'NOW', canBeOff: false },
  REPORT: { usual: 'NOW', canBeOff: true },
} as const satisfies Readonly<Record<string, NoticeRule>>;
export type NoticeKind = keyof typeof RULES;
export const NOTICE_KINDS = Object.keys(RULES) as readonly NoticeKind[];

/** Everything that becomes a notice, with the kind that it belongs to. */
export const NOTICE_EVENTS = {
  MENTIONED: 'MENTION',
  FIRST_REPLIED: 'FIRST_REPLY',
  REPLIED: 'REPLY',
  THREAD_STARTED: 'NEW_THREAD',
  ANSWER_ACCEPTED: 'ACCEPTED',
  DECIDED: 'DECISION',
  SPLIT_OFF: 'DECISION',
  APPEAL_ANSWERED: 'DECISION',
  INVITED: 'MEMBERSHIP',
  ADMITTED: 'MEMBERSHIP',
  REFUSED: 'MEMBERSHIP',
  REMOVED: 'MEMBERSHIP',
  SUSPENDED: 'MEMBERSHIP',
  FLAGGED: 'REVIEW',
  APPEALED: 'REVIEW',
  REQUESTED: 'REVIEW',
  REPORT_SUBMITTED: 'REVIEW',
  REPORT_PRESENTED: 'REPORT',
  REPORT_APPROVED: 'REPORT',
  REPORT_RETURNED: 'REPORT',
} as const satisfies Readonly<Record<string, NoticeKind>>;
export type NoticeEvent = keyof typeof NOTICE_EVENTS;

/** How closely a person watches a thread: every post by mail at once, as the choices say, or not at all. Who takes part follows. */
export const THREAD_LEVELS = ['WATCH', 'FOLLOW', 'MUTE'] as const;
/** How closely a person watches a network: new threads too, what concerns them, or nothing of its discussions. */
export const NETWORK_LEVELS = ['WATCH', 'NORMAL', 'MUTE'] as const;
/** Every level of watching; `NORMAL` is what holds until a person chooses. */
export const WATCH_LEVELS = ['WATCH', 'FOLLOW', 'NORMAL', 'MUTE'] as const;
export type WatchLevel = (typeof WATCH_LEVELS)[number];

/** What holds for a kind until a person chooses. */
export function usualDelivery(kind: NoticeKind): Delivery {
  return RULES[kind].usual;
}

/** The deliveries among which a person may choose for a kind. */
export function deliveriesOf(kind: NoticeKind): readonly Delivery[] {
  return RULES[kind].canBeOff ? DELIVERIES : DELIVERIES.filter((delivery) => delivery !== 'OFF');
}
