import { z } from 'zod';
import { NETWORK_KINDS, PROFESSIONS, SCHOOL_LEVELS } from '../directory/kinds.js';
import { nextYear, type SchoolYear } from '../school-year/school-year.js';
import { cleanText, code, LENGTHS, rules, text } from '../values/index.js';
import { JOINING_RULES } from './membership.js';

const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.array(z.enum(values, code('INVALID_CHOICE'))).overwrite((chosen) => values.filter((value) => chosen.includes(value)));

/** What a network is when it is created; edits set any of it anew. */
export const newNetwork = z.object({
  name: rules.name,
  kind: z.enum(NETWORK_KINDS, code('INVALID_CHOICE')),
  professions: listOf(PROFESSIONS),
  levels: listOf(SCHOOL_LEVELS),
  purpose: rules.networkPurpose,
  joiningRule: z.enum(JOINING_RULES, code('INVALID_CHOICE')),
  lang: rules.language,
});
export type NewNetwork = z.infer<typeof newNetwork>;

/** The page of a network with its promotion, Markdown that may be empty. */
export const networkPage = newNetwork.extend({ promotion: text({ min: 0, max: LENGTHS.markdownBody.max }, cleanText) });
export type NetworkPage = z.infer<typeof networkPage>;

/** What a network says to who joins it: Markdown that may be empty. */
export const welcomeText = z.object({ body: text({ min: 0, max: LENGTHS.networkPurpose.max }, cleanText) });

/** An invitation: to a known person, or by e-mail with the name to greet. */
export const memberInvitation = z.object({ email: rules.email, name: rules.personName, message: rules.note });

/** A suspension: its last day and why. */
export const suspension = z.object({ until: rules.date, reason: rules.reason });

/** What may be written when asking to join. */
export const joinRequest = z.object({ message: rules.note });

/** Why a request was refused or a member removed. */
export const decisionReason = z.object({ reason: rules.reason });

/**
 * The school year that a network may open next: the current one where it slept through it, else the one after its last; null where the
 * next year is open already.
 */
export function openableYear(last: SchoolYear | null, current: SchoolYear): SchoolYear | null {
  if (last === null || last < current) return current;
  return last === current ? nextYear(current) : null;
}
