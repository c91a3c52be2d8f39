import type { LockableField, ResourceContent } from '@stoa/domain';
import type { Tx } from '../../../platform/database/database.js';
import { claimSlugs } from '../../../platform/database/slugs.js';
import { newId } from '../../../platform/ids.js';
import { renderMarkdown } from '../../../platform/markdown.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { setTopics, shownColumns, type OwnerColumns } from '../../resources/index.js';
import { likenessesOf } from './to-content.js';

/** A work that is to become a published resource. */
export interface Landing {
  content: ResourceContent;
  owner: OwnerColumns;
  isHarvested: boolean;
}

/** Publishes works that nobody of this Stoa proposed, all at once. @returns their resources' ids, in order */
export async function landAll(tx: Tx, landings: readonly Landing[], now: Date): Promise<string[]> {
  if (landings.length === 0) return [];
  const wishes = landings.map(({ content: { title, kind } }) => ({ name: title, otherwise: kind.toLowerCase() }));
  const slugs = await claimSlugs(tx, 'resources', wishes);
  const ids = landings.map(() => newId());
  const rows = landings.map(({ content, owner }, at) => ({
    id: ids[at],
    slug: slugs[at],
    ...owner,
    ...shownColumns(content),
    authors: content.authors,
    content,
    version_id: newId(),
    body_html: renderMarkdown(content.body),
  }));
  await tx.row(
    `INSERT INTO resources (id, slug, territory_id, network_id, structure_id, centre_id, school_id, state, visibility, kind, lang, title, outcome, summary, minutes, licence,
       authors, subjects, levels, audiences, version_no, created_at, published_at, changed_at)
     SELECT id, slug, territory_id, network_id, structure_id, centre_id, school_id, 'PUBLISHED', visibility, kind, lang, title, outcome, summary, minutes, licence,
       authors, subjects, levels, audiences, 1, $2, $2, $2
     FROM jsonb_to_recordset($1) AS x(id uuid, slug text, territory_id uuid, network_id uuid, structure_id uuid, centre_id uuid, school_id uuid, visibility text, kind text,
       lang text, title text, outcome text, summary text, minutes integer, licence text, authors jsonb, subjects text[], levels text[], audiences text[])`,
    [JSON.stringify(rows), now],
  );
  await tx.row(
    `INSERT INTO resource_versions (id, resource_id, no, state, content, body_html, created_at, changed_at, decided_at)
     SELECT version_id, id, 1, 'PUBLISHED', content, body_html, $2, $2, $2
     FROM jsonb_to_recordset($1) AS x(version_id uuid, id uuid, content jsonb, body_html text)`,
    [JSON.stringify(rows), now],
  );
  const about = landings.flatMap(({ content }, at) => content.topicIds.map((topic) => [ids[at], topic] as const));
  await tx.row('INSERT INTO resource_topics (resource_id, topic_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING', [
    about.map(([id]) => id),
    about.map(([, topic]) => topic),
  ]);
  const like = landings.flatMap(({ content, isHarvested }, at) =>
    likenessesOf(content, isHarvested).map((likeness) => [ids[at], likeness] as const),
  );
  await tx.row(
    'INSERT INTO resource_likenesses (resource_id, likeness) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING',
    [like.map(([id]) => id), like.map(([, likeness]) => likeness)],
  );
  for (const resourceId of ids) await publish(tx, 'ResourceChanged', { resourceId });
  return ids;
}

/** Notes anew what a resource can be known by. */
export async function noteLikenesses(tx: Pick<Tx, 'row'>, resourceId: string, likenesses: readonly string[]): Promise<void> {
  await tx.row('DELETE FROM resource_likenesses WHERE resource_id = $1 AND likeness <> ALL($2)', [resourceId, likenesses]);
  await tx.row('INSERT INTO resource_likenesses (resource_id, likeness) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
    resourceId,
    likenesses,
  ]);
}

/**
 * Publishes what a source says now as a new version of what it said before; what a curator locked stays as it is.
 * @returns whether readers see a difference
 */
export async function landAgain(
  tx: Tx,
  resourceId: string,
  said: ResourceContent,
  locked: readonly LockableField[],
  now: Date,
): Promise<boolean> {
  const shown = await tx.row<{ content: ResourceContent; state: string }>(
    `SELECT v.content, r.state FROM resources r JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no WHERE r.id = $1 FOR UPDATE OF r`,
    [resourceId],
  );
  if (!shown) return false;
  // Only what sources say at all: files, texts and answers that somebody here added stay.
  const kept = Object.fromEntries(locked.map((field) => [field, shown.content[field]]));
  const { body: _body, files: _files, practice: _practice, visibility: _visibility, ...theirs } = said;
  const content: ResourceContent = { ...shown.content, ...theirs, ...kept };
  if (JSON.stringify(content) === JSON.stringify(shown.content)) return false;
  await tx.row(`UPDATE resource_versions SET state = 'SUPERSEDED', version = version + 1 WHERE resource_id = $1 AND state = 'PUBLISHED'`, [
    resourceId,
  ]);
  const made = await tx.row<{ no: number }>(
    `INSERT INTO resource_versions (id, resource_id, no, state, content, body_html, created_at, changed_at, decided_at)
     SELECT $1, $2, max(no) + 1, 'PUBLISHED', $3, $4, $5, $5, $5 FROM resource_versions WHERE resource_id = $2 RETURNING no`,
    [newId(), resourceId, JSON.stringify(content), renderMarkdown(content.body), now],
  );
  await setTopics(tx, resourceId, content.topicIds);
  const set = { ...shownColumns(content), version_no: made?.no, changed_at: now };
  const columns = Object.keys(set).map((column, at) => `${column} = $${at + 2}`);
  await tx.row(`UPDATE resources SET ${columns.join(', ')}, version = version + 1 WHERE id = $1`, [resourceId, ...Object.values(set)]);
  await noteLikenesses(tx, resourceId, likenessesOf(content, true));
  await publish(tx, 'ResourceChanged', { resourceId });
  return true;
}

/** Withdraws what a source has taken back, or puts it back where the source did. @returns whether anything changed */
export async function setWithdrawn(tx: Tx, resourceId: string, withdrawn: boolean, now: Date): Promise<boolean> {
  const done = await tx.row(
    `UPDATE resources SET state = $2, changed_at = $3, version = version + 1 WHERE id = $1 AND state = ANY($4) RETURNING id`,
    [resourceId, withdrawn ? 'WITHDRAWN' : 'PUBLISHED', now, withdrawn ? ['PUBLISHED', 'OUTDATED'] : ['WITHDRAWN']],
  );
  if (done) await publish(tx, 'ResourceChanged', { resourceId });
  return done !== null;
}
