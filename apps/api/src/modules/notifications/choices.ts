import { NOTICE_KINDS, usualDelivery, type Delivery, type NoticeKind, type WatchLevel } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { newId, toGlobalId } from '../../platform/ids.js';
import type { Services } from '../../platform/services.js';
import { deliveryOf } from './delivery.js';
import type { NoticeChoiceType, NoticeSettings } from './notices.types.js';

type Chosen = Partial<Record<NoticeKind, Delivery>>;

/** What a person chose, for all networks and for each of theirs. One statement. */
export async function noticeSettings(ctx: Context, sql: Sql = ctx.db): Promise<NoticeSettings> {
  const me = signedIn(ctx.viewer);
  const own = [
    ...ctx.viewer.memberships.map(({ networkId }) => networkId),
    ...ctx.viewer.appointments.filter(({ role }) => role === 'NC').map(({ scopeId }) => scopeId),
  ];
  const rows = await sql.rows<{ id: string | null; slug: string; name: string; lang: string; level: WatchLevel | null; chosen: Chosen }>(
    `SELECT n.id, n.slug, n.name, n.lang, w.level,
       (SELECT coalesce(json_object_agg(c.kind, c.delivery), '{}') FROM notice_choices c WHERE c.person_id = $1 AND c.network_id IS NOT DISTINCT FROM n.id) AS chosen
     FROM (SELECT id, slug, name, lang FROM networks WHERE id = ANY($2::uuid[]) UNION ALL SELECT NULL, '', '', '') n
     LEFT JOIN watches w ON w.person_id = $1 AND w.subject_type = 'Network' AND w.subject_id = n.id ORDER BY n.name, n.id`,
    [me, own],
  );
  const general = rows.find(({ id }) => id === null)?.chosen ?? {};
  return {
    choices: choicesOf(general, {}),
    networks: rows.flatMap(({ id, slug, name, lang, level, chosen }) =>
      id === null
        ? []
        : [{ network: { id: toGlobalId('Network', id), slug, name, lang }, level: level ?? 'NORMAL', choices: choicesOf(chosen, general) }],
    ),
  };
}

function choicesOf(chosen: Chosen, general: Chosen): NoticeChoiceType[] {
  return NOTICE_KINDS.map((kind) => ({
    kind,
    chosen: chosen[kind] ?? null,
    delivery: chosen[kind] ?? general[kind] ?? usualDelivery(kind),
  }));
}

/** A choice of a person: what it is about, and what holds from now on; null takes it back. */
export interface Choice {
  personId: string;
  networkId: string | null;
  kind: NoticeKind;
  delivery: Delivery | null;
}

/** Keeps a choice. */
export async function keepChoice(tx: Sql, { personId, networkId, kind, delivery }: Choice, at: Date): Promise<void> {
  if (delivery === null)
    await tx.row('DELETE FROM notice_choices WHERE person_id = $1 AND network_id IS NOT DISTINCT FROM $2::uuid AND kind = $3', [
      personId,
      networkId,
      kind,
    ]);
  else
    await tx.row(
      `INSERT INTO notice_choices (id, person_id, network_id, kind, delivery, chosen_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_id, network_id, kind) DO UPDATE SET delivery = EXCLUDED.delivery, chosen_at = EXCLUDED.chosen_at`,
      [newId(), personId, networkId, kind, delivery, at],
    );
}

/** Whether a person wants mails of a kind at once, so that a letter about it is to be written. */
export async function wantsAtOnce(services: Services, personId: string, kind: NoticeKind, networkId: string): Promise<boolean> {
  const row = await services.db.row<{ delivery: Delivery }>(
    `SELECT ${deliveryOf({ person: '$1::uuid', kind: '$2::text', network: '$3::uuid' })} AS delivery`,
    [personId, kind, networkId],
  );
  return row?.delivery === 'NOW';
}
