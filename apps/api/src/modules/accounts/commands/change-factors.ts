import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { mutate, prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { codeAppUri, newCodeSecret, stepOf } from '../factors/code-app.js';
import { factorsOf, hasFactor } from '../factors/factors.js';
import { renewRecoveryCodes } from '../factors/recovery-codes.js';
import { seal, unseal } from '../factors/seal.js';
import { requireRecentProof } from '../proof.js';
import { tellSecurity, type SecurityEvent } from '../security-events.js';
import type { CodeAppStartedPayload, CodeInput, FactorsChangedPayload } from '../security.types.js';
import { endSessions } from '../sessions.js';

/** The viewer, who may change how they sign in: it is their own account, and they proved it lately. @throws Refusal UNAUTHENTICATED, PROOF_REQUIRED */
export function changer(ctx: Context): string {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  requireRecentProof(ctx);
  return personId;
}

/**
 * Changes factors of a person and what hangs on them: other sessions end, this one counts as signed in with a second factor while there is
 * one, recovery codes come with the first factor and go with the last, and the person is told.
 * @returns the recovery codes where there are new ones
 */
export async function changeFactors(
  tx: Tx,
  ctx: Context,
  personId: string,
  event: SecurityEvent,
  change: () => Promise<void>,
): Promise<string[] | null> {
  // Lock first: two changes at once would both find the first factor, or the last.
  await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  const before = hasFactor(await factorsOf(tx, personId));
  await change();
  const after = hasFactor(await factorsOf(tx, personId));
  if (!after) await tx.row('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
  await endSessions(tx, personId, ctx.me ? { exceptId: ctx.me.sessionId } : {});
  await tx.row('UPDATE sessions SET second_factor = $2 WHERE id = $1', [ctx.me?.sessionId, after]);
  await audit(tx, {
    actorId: personId,
    act: 'changeFactors',
    subjectType: 'Person',
    subjectId: personId,
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    detail: { event },
  });
  await tellSecurity(tx, ctx, personId, event);
  return after && !before ? renewRecoveryCodes(tx, personId) : null;
}

/** A QR code as an address that an image shows: drawn as lines, which takes a fraction of the time that pixels do. */
async function pictureOf(text: string): Promise<string> {
  // Loaded when first used, like what passkeys need.
  const { default: QRCode } = await import('qrcode');
  const svg = await QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** Makes a secret for an app that writes codes, as a picture and as text; it counts for nothing until a code confirms it. */
export function startCodeApp(ctx: Context): Promise<CodeAppStartedPayload> {
  const personId = changer(ctx);
  const prepare = async () => {
    const person = await ctx.db.row<{ email: string | null; handle: string }>('SELECT email, handle FROM people WHERE id = $1', [personId]);
    const secret = newCodeSecret();
    const uri = codeAppUri(secret, person?.email ?? person?.handle ?? '');
    return { secret, uri, picture: await pictureOf(uri) };
  };
  return prepareAndMutate(ctx, prepare, async (tx, offer) => {
    await tx.row(
      `INSERT INTO code_apps (person_id, new_secret) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET new_secret = excluded.new_secret`,
      [personId, seal(offer.secret, personId, ctx.config.secrets)],
    );
    await audit(tx, {
      actorId: personId,
      act: 'startCodeApp',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return offer;
  }) as Promise<CodeAppStartedPayload>;
}

/** Turns the app on by its first code, in place of one before. @throws UserErrors CODE_APP_NOT_STARTED, CODE_WRONG */
export function confirmCodeApp(ctx: Context, input: CodeInput): Promise<FactorsChangedPayload> {
  const personId = changer(ctx);
  return mutate(ctx, async (tx) => {
    const recoveryCodes = await changeFactors(tx, ctx, personId, 'CODE_APP_ON', async () => {
      const row = await tx.row<{ new_secret: string; now: number }>(
        `SELECT new_secret, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now FROM code_apps WHERE person_id = $1 AND new_secret IS NOT NULL`,
        [personId],
      );
      const secret = row && unseal(row.new_secret, personId, ctx.config.secrets);
      if (!row || !secret) return reject('CODE_APP_NOT_STARTED');
      const step = stepOf(secret, input.code, row.now) ?? reject('CODE_WRONG', 'code');
      await tx.row(`UPDATE code_apps SET secret = new_secret, new_secret = NULL, confirmed_at = $2, last_step = $3 WHERE person_id = $1`, [
        personId,
        ctx.clock.now(),
        step,
      ]);
    });
    return { done: true, recoveryCodes };
  }) as Promise<FactorsChangedPayload>;
}

/** Turns the app off. @throws UserErrors CODE_APP_NOT_STARTED */
export function turnOffCodeApp(ctx: Context): Promise<FactorsChangedPayload> {
  const personId = changer(ctx);
  return mutate(ctx, async (tx) => {
    await changeFactors(tx, ctx, personId, 'CODE_APP_OFF', async () => {
      const off = await tx.row('DELETE FROM code_apps WHERE person_id = $1 AND secret IS NOT NULL RETURNING 1', [personId]);
      if (!off) return reject('CODE_APP_NOT_STARTED');
    });
    return { done: true, recoveryCodes: null };
  }) as Promise<FactorsChangedPayload>;
}

/** Makes ten new recovery codes; those before open nothing any more. @throws UserErrors NO_SECOND_FACTOR */
export function renewCodes(ctx: Context): Promise<FactorsChangedPayload> {
  const personId = changer(ctx);
  return mutate(ctx, async (tx) => {
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    if (!hasFactor(await factorsOf(tx, personId))) return reject('NO_SECOND_FACTOR');
    const recoveryCodes = await renewRecoveryCodes(tx, personId);
    await audit(tx, {
      actorId: personId,
      act: 'renewRecoveryCodes',
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    await tellSecurity(tx, ctx, personId, 'RECOVERY_CODES_RENEWED');
    return { done: true, recoveryCodes };
  }) as Promise<FactorsChangedPayload>;
}
