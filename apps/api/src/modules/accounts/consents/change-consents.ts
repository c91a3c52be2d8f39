import { consentForm, WITHDRAWABLE, type ConsentKind } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { requireRecentProof } from '../proof.js';
import { addConsents, agree } from './agree.js';
import { publishedText, textsAsked, toConsentText } from './consent.queries.js';
import type {
  ConsentsPayload,
  GiveConsentsInput,
  PublishConsentTextInput,
  PublishedConsentTextPayload,
  WithdrawConsentInput,
} from './consent.types.js';

/** Agrees to everything that is asked for now; agreed to already, nothing happens. @throws UserErrors CONSENT_REQUIRED where something was not read */
export async function giveConsents(ctx: Context, input: GiveConsentsInput): Promise<ConsentsPayload> {
  return await ofOneself(ctx, (tx, me) => agree(tx, ctx, me, input.textIds));
}

/** Takes an agreement back; Stoa asks for it again then. @throws Refusal NOT_FOUND where there is none that stands @throws UserErrors CANNOT_WITHDRAW */
export async function withdrawConsent(ctx: Context, input: WithdrawConsentInput): Promise<ConsentsPayload> {
  return await ofOneself(ctx, async (tx, me) => {
    const id = fromGlobalId(input.textId, 'ConsentText')?.id;
    const last = id
      ? await tx.row<{ act: string; kind: ConsentKind }>(
          `SELECT c.act, t.kind FROM consents c JOIN consent_texts t ON t.id = c.text_id
           WHERE c.person_id = $1 AND c.text_id = $2 ORDER BY c.at DESC, c.id DESC LIMIT 1`,
          [me, id],
        )
      : null;
    if (!id || last?.act !== 'GIVEN') throw new Refusal('NOT_FOUND');
    if (!WITHDRAWABLE.has(last.kind)) return reject('CANNOT_WITHDRAW');
    await addConsents(tx, me, [id], 'WITHDRAWN', ctx.clock.now());
  });
}

/** Both act on the viewer alone, one after the other, and answer with what is still asked for. The rows themselves are the record of it. */
async function ofOneself(ctx: Context, work: (tx: Tx, me: string) => Promise<void>): Promise<ConsentsPayload> {
  return (await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: me });
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [me]);
    await work(tx, me);
    return { asked: (await textsAsked(ctx, tx, me)).map((row) => toConsentText(ctx, row)) };
  })) as ConsentsPayload;
}

/** Publishes a further version, which everybody is asked for from its first day on. @throws Refusal NOT_FOUND, PROOF_REQUIRED, CONFLICT @throws UserErrors of the form, DATE_PAST */
export async function publishConsentText(ctx: Context, input: PublishConsentTextInput): Promise<PublishedConsentTextPayload> {
  return (await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'consent.publish', {});
    requireRecentProof(ctx);
    const { expectedVersion, ...values } = input;
    const { kind, validFrom, ...bodies } = checked(consentForm, values);
    const now = ctx.clock.now();
    if (validFrom < dateIn(now, ctx.config.timeZone)) return reject('DATE_PAST', 'validFrom');
    const id = newId();
    // The next number is given out once: of two who publish at a time, one finds it taken.
    const added = await tx.row(
      `INSERT INTO consent_texts (id, kind, version, bodies, valid_from, published_by, published_at)
       SELECT $1, $2, $3, $4, $5, $6, $7 WHERE $3 = 1 + (SELECT coalesce(max(version), 0) FROM consent_texts WHERE kind = $2)
       ON CONFLICT (kind, version) DO NOTHING RETURNING 1`,
      [id, kind, expectedVersion + 1, JSON.stringify(bodies), validFrom, me, now],
    );
    if (!added) throw new Refusal('CONFLICT');
    await audit(tx, {
      actorId: me,
      act: 'publishConsentText',
      subjectType: 'ConsentText',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
      detail: { kind, version: expectedVersion + 1, validFrom },
    });
    return { text: await publishedText(ctx, tx, id) };
  })) as PublishedConsentTextPayload;
}
