import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';

/**
 * Guards a dangerous act: whoever sits before the screen must have proved lately, by password, code or passkey, to be the person of the
 * session. Ask after `authorize`, so that nobody learns of a record by being asked to prove. The interface asks and sends the act again.
 * @throws Refusal PROOF_REQUIRED
 */
export function requireRecentProof(ctx: Pick<Context, 'me'>): void {
  if (!ctx.me?.provedRecently) throw new Refusal('PROOF_REQUIRED');
}
