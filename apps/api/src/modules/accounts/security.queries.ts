import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import { pendingPerson } from './admission.js';
import { factorsOf, hasFactor, stepMethods } from './factors/factors.js';
import { optionsToAdd, optionsToUse } from './factors/passkeys.js';
import type { PasskeyPurpose, ProofMethod } from './proof.types.js';
import type { SecurityType } from './security.types.js';

function own(ctx: Context): string {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  return personId;
}

/** How the viewer signs in beyond the password. */
export async function security(ctx: Context): Promise<SecurityType> {
  const personId = own(ctx);
  const [factors, app, passkeys] = await Promise.all([
    factorsOf(ctx.db, personId),
    ctx.db.row<{ confirmed_at: string }>('SELECT confirmed_at FROM code_apps WHERE person_id = $1 AND secret IS NOT NULL', [personId]),
    ctx.db.rows<{ id: string; name: string; created_at: string; last_used_at: string | null; version: number }>(
      'SELECT id, name, created_at, last_used_at, version FROM passkeys WHERE person_id = $1 ORDER BY id',
      [personId],
    ),
  ]);
  return {
    codeAppSince: app?.confirmed_at ?? null,
    recoveryCodesLeft: factors.recoveryCodes,
    passkeys: passkeys.map((row) => ({
      id: toGlobalId('Passkey', row.id),
      name: row.name,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      version: row.version,
    })),
  };
}

/**
 * How the viewer can prove to be the person of the session: as strongly as they sign in, so whoever has a second factor shows that. Empty
 * for somebody with neither: to sign in again is the proof then.
 */
export async function proofMethods(ctx: Context): Promise<(keyof typeof ProofMethod)[]> {
  const factors = await factorsOf(ctx.db, own(ctx));
  if (hasFactor(factors)) return stepMethods(factors);
  return factors.password ? ['PASSWORD'] : [];
}

/** What the browser needs to add a passkey, or to prove by one. @returns JSON */
export async function passkeyOptions(ctx: Context, purpose: keyof typeof PasskeyPurpose): Promise<string> {
  const personId = own(ctx);
  const session = ctx.me?.sessionId ?? '';
  return purpose === 'ADD' ? optionsToAdd(ctx, personId, session) : optionsToUse(ctx, 'PROVE', session, personId);
}

/** What the browser needs to sign in by a passkey: any it finds, or one of whoever waits for the second step. @returns JSON */
export async function passkeySignInOptions(ctx: Context): Promise<string> {
  return optionsToUse(ctx, 'SIGN_IN', '', await pendingPerson(ctx.db, ctx));
}
