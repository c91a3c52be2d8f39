import { z } from 'zod';
import { code } from '../values/index.js';

/** How long a kind of record is kept after its end, in days, and between what bounds that may be set. */
export interface RetentionBounds {
  days: number;
  min: number;
  max: number;
}

/**
 * What is kept for a time only. `days` holds where nothing else was set. The least leaves what a kind is for: time to download an
 * export, to see a sign-in that was not one's own, to repeat a request; the most keeps nothing for good by a slip of the keyboard.
 */
export const RETENTION_BOUNDS = {
  sessions: { days: 90, min: 30, max: 365 },
  links: { days: 30, min: 7, max: 180 },
  exports: { days: 7, min: 2, max: 30 },
  importFiles: { days: 30, min: 7, max: 180 },
  drafts: { days: 90, min: 14, max: 365 },
  notices: { days: 90, min: 30, max: 365 },
  digests: { days: 30, min: 15, max: 90 },
  repeatedRequests: { days: 2, min: 1, max: 30 },
  limits: { days: 1, min: 1, max: 30 },
} as const satisfies Readonly<Record<string, RetentionBounds>>;
export type RetentionName = keyof typeof RETENTION_BOUNDS;

/** The kinds, in the order in which they are cleared away. */
export const RETENTION_NAMES = Object.keys(RETENTION_BOUNDS) as readonly RetentionName[];

/** The days of a kind as a form gives them. */
export function retentionForm(name: RetentionName): z.ZodType<{ days: number }> {
  const { min, max } = RETENTION_BOUNDS[name];
  return z.object({ days: z.number(code('REQUIRED')).int(code('INVALID')).min(min, code('TOO_SMALL')).max(max, code('TOO_BIG')) });
}
