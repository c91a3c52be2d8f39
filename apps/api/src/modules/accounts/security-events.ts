import type { Context } from '../../platform/context.js';
import type { Tx } from '../../platform/database/database.js';
import { publish } from '../../platform/outbox/outbox.js';

/** What happened to how somebody signs in; each is told by mail. */
export const SECURITY_EVENTS = [
  'CODE_APP_ON',
  'CODE_APP_OFF',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'RECOVERY_CODES_RENEWED',
  'RECOVERY_CODE_USED',
  'FACTORS_RESET',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

/** Tells the person, by mail, what happened to their sign-in. */
export function tellSecurity(tx: Tx, ctx: Pick<Context, 'clock'>, personId: string, event: SecurityEvent): Promise<void> {
  return publish(tx, 'SignInSecurityChanged', { personId, event, at: ctx.clock.now() });
}
