import { addDays, isDate } from '@stoa/domain';
import { startOfDay } from '../../platform/clock.js';
import { Refusal } from '../../platform/errors.js';
import { fromGlobalId, isUuid } from '../../platform/ids.js';
import type { AuditFilterInput } from './audit.types.js';

/** What of the log is asked for: ids, names of acts and types, days. It stands in the log itself and in exports, so nothing else gets in. */
export interface AuditFilter {
  actorId?: string;
  act?: string;
  subjectType?: string;
  subjectId?: string;
  from?: string;
  to?: string;
}

/** Acts of imports have two parts. */
const ACT = /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/;
const TYPE = /^[A-Za-z]{1,40}$/;

/** Reads a filter as clients send it. @throws Refusal BAD_REQUEST */
export function readFilter(input: AuditFilterInput | null | undefined): AuditFilter {
  const subject = input?.subjectId ? subjectOf(input.subjectId) : {};
  return {
    ...given('actorId', input?.actorId, (id) => fromGlobalId(id, 'Person')?.id),
    ...given('act', input?.act, (act) => (ACT.test(act) ? act : undefined)),
    ...given('subjectType', input?.subjectType, (type) => (TYPE.test(type) ? type : undefined)),
    ...subject,
    ...given('from', input?.from, (day) => (isDate(day) ? day : undefined)),
    ...given('to', input?.to, (day) => (isDate(day) ? day : undefined)),
  };
}

function given(key: keyof AuditFilter, value: string | null | undefined, clean: (value: string) => string | undefined): AuditFilter {
  if (!value) return {};
  const cleaned = clean(value);
  if (cleaned === undefined) throw new Refusal('BAD_REQUEST', { limit: `filter.${key}` });
  return { [key]: cleaned };
}

/** A record by its global id, which names its type, or by the bare id that stands in addresses and logs. */
function subjectOf(id: string): AuditFilter {
  const bare = id.trim().toLowerCase();
  if (isUuid(bare)) return { subjectId: bare };
  const parts = fromGlobalId(id.trim());
  if (!parts || !TYPE.test(parts.type)) throw new Refusal('BAD_REQUEST', { limit: 'filter.subjectId' });
  return { subjectType: parts.type, subjectId: parts.id };
}

function selves(actorId: string, $: (value: unknown) => string): string {
  const id = $(actorId);
  return `l.actor_id = ANY(ARRAY(SELECT ${id}::uuid UNION SELECT s.id FROM people s WHERE s.merged_into = ${id}))`;
}

/**
 * The filter as a condition on row `l`. Only what is asked stands in it, so that an index of the log fits.
 * @param $ gives a placeholder for a value
 */
export function auditCondition(filter: AuditFilter, timeZone: string, $: (value: unknown) => string): string {
  const { actorId, act, subjectType, subjectId, from, to } = filter;
  const conditions = [
    // Who asks for a person asks for what was done under accounts that were merged into theirs, too.
    actorId && selves(actorId, $),
    act && `l.act = ${$(act)}`,
    subjectType && `l.subject_type = ${$(subjectType)}`,
    subjectId && `l.subject_id = ${$(subjectId)}`,
    from && `l.at >= ${$(startOfDay(from, timeZone))}`,
    to && `l.at < ${$(startOfDay(addDays(to, 1), timeZone))}`,
  ];
  return conditions.filter(Boolean).join(' AND ') || 'true';
}
