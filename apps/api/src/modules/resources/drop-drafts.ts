import type { Tx } from '../../platform/database/database.js';
import { publish } from '../../platform/outbox/outbox.js';
import { recountUses } from './uses/tell-use.js';

/** Deletes what a person told of resources, for who withdraws what they wrote. */
export async function withdrawUses(tx: Tx, personId: string): Promise<void> {
  const told = await tx.rows<{ resource_id: string }>('DELETE FROM resource_uses WHERE person_id = $1 RETURNING resource_id', [personId]);
  for (const { resource_id: id } of told) await recountUses(tx, id);
}

/** Takes out of the library what a person brought in, for who withdraws what they wrote; its address goes too, since it is made of the title. */
export async function withdrawResources(tx: Tx, personId: string, at: Date): Promise<void> {
  const gone = await tx.rows<{ id: string }>(
    `UPDATE resources SET state = CASE WHEN published_at IS NULL THEN state ELSE 'WITHDRAWN' END, slug = 'withdrawn-' || id, changed_at = $2, version = version + 1
     WHERE proposed_by = $1 RETURNING id`,
    [personId, at],
  );
  for (const { id } of gone) await publish(tx, 'ResourceChanged', { resourceId: id });
}

/** A condition on `resource_files a`: a version of somebody else's, or one that others were shown, names it, so it stays when `$1` goes. */
const STAYS = `EXISTS (
  SELECT 1 FROM resource_versions v JOIN resources r ON r.id = v.resource_id
  WHERE v.resource_id = a.resource_id AND v.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', a.id))
    AND (v.state <> 'DRAFT' OR v.created_by IS DISTINCT FROM $1) AND (r.state <> 'DRAFT' OR r.awaits_review OR r.proposed_by IS DISTINCT FROM $1))`;

/** Files of resources that `$1` sent, as a condition on `files`. */
export const SENT_FOR_RESOURCES = 'id IN (SELECT unnest(ARRAY[a.file_id, a.preview_id]) FROM resource_files a WHERE a.created_by = $1)';

/** Those of them that go with the person, as no version that stays names them. */
export const LEAVING_RESOURCES = `id IN (SELECT unnest(ARRAY[a.file_id, a.preview_id]) FROM resource_files a WHERE a.created_by = $1 AND NOT ${STAYS})`;

/** Deletes what a person was writing for the library and had sent to nobody, for who is erased; their files' contents are gone before. */
export async function dropDraftResources(tx: Tx, personId: string): Promise<void> {
  const files = await tx.rows<{ id: string }>(`SELECT id FROM files WHERE ${LEAVING_RESOURCES} AND subject_type = 'Resource'`, [personId]);
  await tx.row(`DELETE FROM resource_files a WHERE a.created_by = $1 AND NOT ${STAYS}`, [personId]);
  await tx.row("DELETE FROM resources WHERE proposed_by = $1 AND state = 'DRAFT' AND NOT awaits_review", [personId]);
  await tx.row("DELETE FROM resource_versions WHERE created_by = $1 AND state = 'DRAFT'", [personId]);
  await tx.row('DELETE FROM files WHERE id = ANY($1::uuid[])', [files.map(({ id }) => id)]);
}
