import { NOTICE_KINDS, usualDelivery, type NoticeKind } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Sql } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { keepChoice } from '../choices.js';
import { deliveryOf } from '../delivery.js';
import type { UnsubscribeInput, UnsubscriptionType } from '../notices.types.js';
import { stoppedBy, type Stopped } from '../unsubscribe-link.js';

const KINDS_OF_A_DIGEST = (sql: Sql, personId: string, digest: string) =>
  sql.row<{ n: number }>('SELECT count(*)::int AS n FROM notice_choices WHERE person_id = $1 AND delivery = $2', [personId, digest]);

/** Kinds that come with a digest where nobody chose otherwise. */
const usualIn = (digest: string): NoticeKind[] => NOTICE_KINDS.filter((kind) => usualDelivery(kind) === digest);

/** Whether somebody still gets such mails. */
async function stillComes(sql: Sql, personId: string, stopped: Stopped): Promise<boolean> {
  if ('digest' in stopped) {
    const chosen = await sql.rows<{ kind: NoticeKind }>('SELECT kind FROM notice_choices WHERE person_id = $1 AND network_id IS NULL', [
      personId,
    ]);
    const open = usualIn(stopped.digest).some((kind) => !chosen.some((choice) => choice.kind === kind));
    return open || ((await KINDS_OF_A_DIGEST(sql, personId, stopped.digest))?.n ?? 0) > 0;
  }
  const row = await sql.row<{ delivery: string }>(
    `SELECT ${deliveryOf({ person: '$1::uuid', kind: '$2::text', network: '$3::uuid' })} AS delivery`,
    [personId, stopped.kind, stopped.networkId],
  );
  return row?.delivery === 'NOW';
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
    if ('digest' in stopped) {
      for (const kind of usualIn(stopped.digest))
        await tx.row(
          `INSERT INTO notice_choices (id, person_id, kind, delivery, chosen_at) VALUES (gen_random_uuid(), $1, $2, 'APP', $3) ON CONFLICT DO NOTHING`,
          [personId, kind, at],
        );
      await tx.row(`UPDATE notice_choices SET delivery = 'APP', chosen_at = $3 WHERE person_id = $1 AND delivery = $2`, [
        personId,
        stopped.digest,
        at,
      ]);
    } else {
      await keepChoice(tx, { personId, networkId: stopped.networkId, kind: stopped.kind, delivery: 'APP' }, at);
      // Whoever watches a thread gets its replies at once whatever the choice: that ends, too.
      if (stopped.kind === 'REPLY')
        await tx.row(
          `UPDATE watches w SET level = 'FOLLOW', chosen_at = $3 FROM threads t
           WHERE w.person_id = $1 AND w.subject_type = 'Thread' AND w.level = 'WATCH' AND t.id = w.subject_id AND t.network_id = $2`,
          [personId, stopped.networkId, at],
        );
    }
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
