import { NOTICE_KINDS, usualDelivery, type NoticeKind } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Sql } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { keepChoice } from '../choices.js';
import { deliveryOf } from '../delivery.js';
import type { UnsubscribeInput, UnsubscriptionType } from '../notices.types.js';
import { stoppedBy, type Stopped, type StoppedKind } from '../unsubscribe-link.js';

/** Kinds that come with a digest where nobody chose otherwise. */
const usualIn = (digest: string): NoticeKind[] => NOTICE_KINDS.filter((kind) => usualDelivery(kind) === digest);

/** Threads that a person watches in a network, each of whose posts is mailed whatever the choice. */
const WATCHED = `FROM threads t WHERE w.person_id = $1 AND w.subject_type = 'Thread' AND w.level = 'WATCH' AND t.id = w.subject_id AND t.network_id = $2`;

/** Whether mails of a kind come from a network by choice, and whether by watching. */
async function waysOf(sql: Sql, personId: string, { kind, networkId }: StoppedKind): Promise<{ chosen: boolean; watched: boolean }> {
  const row = await sql.row<{ chosen: boolean; watched: boolean }>(
    `SELECT ${deliveryOf({ person: '$1::uuid', kind: '$3::text', network: '$2::uuid' })} = 'NOW' AS chosen,
       $3 = 'REPLY' AND EXISTS (SELECT 1 FROM watches w WHERE EXISTS (SELECT 1 ${WATCHED})) AS watched`,
    [personId, networkId, kind],
  );
  return row ?? { chosen: false, watched: false };
}

/** Whether somebody still gets such mails. */
async function stillComes(sql: Sql, personId: string, stopped: Stopped): Promise<boolean> {
  if (!('digest' in stopped)) {
    const { chosen, watched } = await waysOf(sql, personId, stopped);
    return chosen || watched;
  }
  const choices = await sql.rows<{ kind: NoticeKind; network_id: string | null; delivery: string }>(
    'SELECT kind, network_id, delivery FROM notice_choices WHERE person_id = $1',
    [personId],
  );
  const general = new Set(choices.flatMap((choice) => (choice.network_id === null ? [choice.kind] : [])));
  return usualIn(stopped.digest).some((kind) => !general.has(kind)) || choices.some(({ delivery }) => delivery === stopped.digest);
}

/** Whose mails they are: of somebody who was merged, those of who stayed. */
async function readerOfLink(sql: Sql, { personId }: Stopped): Promise<string | null> {
  const row = await sql.row<{ id: string }>(`SELECT coalesce(merged_into, id) AS id FROM people WHERE id = $1 AND status <> 'ERASED'`, [
    personId,
  ]);
  return row?.id ?? null;
}

function shown(stopped: Stopped, isStopped: boolean): UnsubscriptionType {
  return 'digest' in stopped
    ? { kind: null, digest: stopped.digest, stopped: isStopped }
    : { kind: stopped.kind, digest: null, stopped: isStopped };
}

/** What a link of a mail stops; null for one that does nothing. */
export async function unsubscription(ctx: Context, token: string): Promise<UnsubscriptionType | null> {
  const stopped = stoppedBy(ctx.config, token, ctx.clock.now());
  const personId = stopped && (await readerOfLink(ctx.db, stopped));
  return stopped && personId ? shown(stopped, !(await stillComes(ctx.db, personId, stopped))) : null;
}

/** Stops the mails of a link's kind and no others; they stay in the inbox. Nobody signs in for it. @throws UserErrors TOKEN_UNKNOWN */
export function unsubscribe(ctx: Context, input: UnsubscribeInput): Promise<Outcome<{ unsubscription: UnsubscriptionType }>> {
  return mutate(ctx, async (tx) => {
    const at = ctx.clock.now();
    const stopped = stoppedBy(ctx.config, input.token, at);
    const personId = stopped && (await readerOfLink(tx, stopped));
    if (!stopped || !personId) return reject('TOKEN_UNKNOWN', 'token');
    if ('digest' in stopped) await stopDigest(tx, personId, stopped.digest, at);
    else await stopKind(tx, personId, stopped, at);
    await audit(tx, {
      actorId: personId,
      act: 'unsubscribe',
      subjectType: 'Person',
      subjectId: personId,
      at,
      requestId: ctx.requestId,
      detail: { kind: 'digest' in stopped ? stopped.digest : stopped.kind },
    });
    return { unsubscription: shown(stopped, true) };
  });
}

async function stopDigest(tx: Sql, personId: string, digest: string, at: Date): Promise<void> {
  for (const kind of usualIn(digest))
    await tx.row(
      `INSERT INTO notice_choices (id, person_id, kind, delivery, chosen_at) VALUES (gen_random_uuid(), $1, $2, 'APP', $3) ON CONFLICT DO NOTHING`,
      [personId, kind, at],
    );
  await tx.row(`UPDATE notice_choices SET delivery = 'APP', chosen_at = $3 WHERE person_id = $1 AND delivery = $2`, [personId, digest, at]);
}

/** Takes away whichever way such mails come by, so that a digest that was chosen goes on. */
async function stopKind(tx: Sql, personId: string, stopped: StoppedKind, at: Date): Promise<void> {
  const { chosen, watched } = await waysOf(tx, personId, stopped);
  const { kind, networkId } = stopped;
  if (chosen) await keepChoice(tx, { personId, networkId, kind, delivery: 'APP' }, at);
  if (watched) await tx.row(`UPDATE watches w SET level = 'FOLLOW', chosen_at = $3 ${WATCHED}`, [personId, networkId, at]);
}
