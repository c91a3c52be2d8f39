import type { Transitions } from '../transition.js';

/** States of a membership. A suspension is a time until which an ACTIVE member does not write, not a state. */
export const MEMBERSHIP_STATES = ['REQUESTED', 'INVITED', 'ACTIVE', 'LEFT', 'REFUSED'] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];
export type MembershipAct = 'ADMIT' | 'REFUSE' | 'WITHDRAW' | 'ACCEPT' | 'DECLINE' | 'LEAVE' | 'REMOVE' | 'REQUEST' | 'INVITE' | 'JOIN';

/** Who left or was refused may come again: by an open door, a request or an invitation. */
export const MEMBERSHIP: Transitions<MembershipState, MembershipAct> = {
  REQUESTED: { ADMIT: 'ACTIVE', REFUSE: 'REFUSED', WITHDRAW: 'LEFT', INVITE: 'INVITED' },
  INVITED: { ACCEPT: 'ACTIVE', DECLINE: 'REFUSED', WITHDRAW: 'LEFT' },
  ACTIVE: { LEAVE: 'LEFT', REMOVE: 'LEFT' },
  LEFT: { REQUEST: 'REQUESTED', INVITE: 'INVITED', JOIN: 'ACTIVE' },
  REFUSED: { REQUEST: 'REQUESTED', INVITE: 'INVITED', JOIN: 'ACTIVE' },
};

/** How persons come into a network. */
export const JOINING_RULES = ['OPEN', 'REQUEST', 'INVITATION'] as const;
export type JoiningRule = (typeof JOINING_RULES)[number];

/** What is known of a person who asks to join. */
export interface Applicant {
  /** Whether one of the person's affiliations is CONFIRMED and its profession and level belong to the network's audience. */
  confirmedInAudience: boolean;
}

/**
 * The state in which asking to join begins, or null where a person can only be invited. OPEN admits persons with a confirmed
 * affiliation in the audience; all others become a request.
 */
export function joiningState(rule: JoiningRule, applicant: Applicant): 'ACTIVE' | 'REQUESTED' | null {
  if (rule === 'INVITATION') return null;
  return rule === 'OPEN' && applicant.confirmedInAudience ? 'ACTIVE' : 'REQUESTED';
}

/** Whether a membership is suspended at an instant; null is not. */
export function isSuspendedAt(suspendedUntil: Date | null, now: Date): boolean {
  return suspendedUntil !== null && suspendedUntil.getTime() > now.getTime();
}
