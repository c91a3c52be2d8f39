import { signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { ProofMethod } from './proof.types.js';

/** How the viewer can prove to be the person of the session. Empty for somebody without a password: to sign in again is the proof then. */
export async function proofMethods(ctx: Context): Promise<(keyof typeof ProofMethod)[]> {
  const found = await ctx.db.row('SELECT 1 FROM credentials WHERE person_id = $1', [signedIn(ctx.viewer)]);
  return found ? ['PASSWORD'] : [];
}
