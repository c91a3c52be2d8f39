import type { z } from 'zod';
import { isValueErrorCode, type ValueErrorCode } from './codes.js';

/** What is wrong with one value: where, which rule, and the rule's bound where it has one. The value itself is never repeated. */
export interface ValueError {
  path: string[];
  code: ValueErrorCode;
  limit?: number;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: ValueError[] };

function general(issue: z.core.$ZodIssue): ValueErrorCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'REQUIRED' : 'INVALID_TYPE';
    case 'too_big':
      return issue.origin === 'string' ? 'TOO_LONG' : issue.origin === 'array' || issue.origin === 'set' ? 'TOO_MANY' : 'TOO_BIG';
    case 'too_small':
      return issue.origin === 'string' ? 'TOO_SHORT' : issue.origin === 'array' || issue.origin === 'set' ? 'TOO_FEW' : 'TOO_SMALL';
    case 'unrecognized_keys':
      return 'UNKNOWN_FIELD';
    case 'invalid_value':
      return issue.input === undefined || issue.input === null ? 'REQUIRED' : 'INVALID_CHOICE';
    default:
      return 'INVALID';
  }
}

function limitOf(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_big') return Number(issue.maximum);
  if (issue.code === 'too_small') return Number(issue.minimum);
  return undefined;
}

function toError(issue: z.core.$ZodIssue): ValueError {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
  const limit = limitOf(issue);
  const code = isValueErrorCode(issue.message) ? issue.message : general(issue);
  return limit === undefined || code === 'REQUIRED' ? { path, code } : { path, code, limit };
}

/**
 * Applies a rule to what was typed. Gives the cleaned value, or one error for each path, the first that was found there. Builds no
 * code at run time, so that a strict content security policy holds.
 */
export function parse<T>(rule: z.ZodType<T>, value: unknown): Parsed<T> {
  const result = rule.safeParse(value, { jitless: true, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const first = new Map<string, ValueError>();
  for (const issue of result.error.issues) {
    const error = toError(issue);
    const key = error.path.join('\u0000');
    if (!first.has(key)) first.set(key, error);
  }
  return { ok: false, errors: [...first.values()] };
}
