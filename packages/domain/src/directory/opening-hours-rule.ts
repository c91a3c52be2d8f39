import { z } from 'zod';
import { code } from '../values/base.js';
import { date, time } from '../values/rules.js';
import type { OpeningHours } from './opening-hours.js';

/**
 * The rule for opening hours as a form sends them: at most four stretches a day and sixty exceptions. Made on call, since rules for
 * objects look for a way to build code as soon as they are made, which a page may have to switch off first.
 */
export function openingHoursRule(): z.ZodType<OpeningHours> {
  const inOrder = ({ from, to }: { from: string; to: string }): boolean => from < to;
  const ordered = { ...code('ENDS_BEFORE_START'), path: ['to'] };
  const span = z.strictObject({ from: time, to: time }).refine(inOrder, ordered);
  return z.strictObject({
    weekly: z.array(z.strictObject({ day: z.int().min(1).max(7), from: time, to: time }).refine(inOrder, ordered)).max(28),
    exceptions: z.array(z.strictObject({ date, spans: z.array(span).max(4) })).max(60),
  });
}
