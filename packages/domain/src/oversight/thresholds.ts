import { z } from 'zod';
import { code } from '../values/index.js';
import type { HealthThresholds } from './health.js';

function whole(min: number, max: number): z.ZodNumber {
  return z.number(code('REQUIRED')).int(code('INVALID')).min(min, code('TOO_SMALL')).max(max, code('TOO_BIG'));
}

/** The limits of health as a form gives them: flat, whole numbers. */
export const thresholdsForm = z
  .object({
    activeWithinDays: whole(7, 365),
    participationOnTrack: whole(1, 100),
    participationWatch: whole(0, 100),
    firstReplyOnTrack: whole(1, 720),
    firstReplyWatch: whole(1, 2160),
    reportLateDays: whole(0, 365),
    newNetworkDays: whole(0, 365),
  })
  // Otherwise nothing could ever be on watch, or watch would be better than on track.
  .refine((form) => form.participationWatch <= form.participationOnTrack, { ...code('TOO_BIG'), path: ['participationWatch'] })
  .refine((form) => form.firstReplyWatch >= form.firstReplyOnTrack, { ...code('TOO_SMALL'), path: ['firstReplyWatch'] });
export type ThresholdsForm = z.infer<typeof thresholdsForm>;

/** The limits that a form holds. */
export function thresholdsOf(form: ThresholdsForm): HealthThresholds {
  return {
    activeWithinDays: form.activeWithinDays,
    participationPercent: { onTrack: form.participationOnTrack, watch: form.participationWatch },
    firstReplyHours: { onTrack: form.firstReplyOnTrack, watch: form.firstReplyWatch },
    reportLateDays: form.reportLateDays,
    newNetworkDays: form.newNetworkDays,
  };
}

/** Limits as a form holds them. */
export function thresholdsFormOf(limits: HealthThresholds): ThresholdsForm {
  return {
    activeWithinDays: limits.activeWithinDays,
    participationOnTrack: limits.participationPercent.onTrack,
    participationWatch: limits.participationPercent.watch,
    firstReplyOnTrack: limits.firstReplyHours.onTrack,
    firstReplyWatch: limits.firstReplyHours.watch,
    reportLateDays: limits.reportLateDays,
    newNetworkDays: limits.newNetworkDays,
  };
}
