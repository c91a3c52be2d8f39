import type { Audience, LocalText } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { nameKey, STRUCTURE_COLUMNS, STRUCTURE_FROM, textFor, toStructure, type StructureRow } from '../centres/index.js';
import { DISTANCES, type HelpAnswerType } from './directory.type.js';
import { place } from './place.queries.js';

export interface HelpQuery {
  first: number;
  after: string | null;
  /** Slug of a topic; without one every structure answers. */
  topic: string | null;
  /** Key of a place. */
  place: string | null;
  audience: Audience | null;
}

interface AnswerRow extends StructureRow {
  topic_id: string | null;
  note: LocalText | null;
  wider: number;
  distance: number;
  centre_territory_id: string;
}

/**
 * Structures that answer for the topic, for what lies under it, or (after those) for what it lies under; each once with its best
 * topic. $1 topic, $2 municipality, $3 county, $4 path of the place, $5 its region, $6 audience.
 */
const ANSWERS = `WITH RECURSIVE
  below AS (SELECT id FROM topics WHERE id = $1::uuid UNION SELECT t.id FROM topics t JOIN below b ON t.parent_id = b.id WHERE t.retired_at IS NULL),
  above AS (SELECT parent_id AS id FROM topics WHERE id = $1::uuid UNION SELECT t.parent_id FROM topics t JOIN above a ON t.id = a.id),
  matching AS (
    SELECT DISTINCT ON (st.structure_id) st.structure_id, st.topic_id, st.note, m.wider
    FROM structure_topics st JOIN (SELECT id, 0 AS wider FROM below UNION ALL SELECT id, 1 FROM above) m ON m.id = st.topic_id
    ORDER BY st.structure_id, m.wider, st.topic_id <> $1::uuid, st.topic_id),
  answers AS (
    SELECT ${STRUCTURE_COLUMNS}, m.topic_id, m.note, coalesce(m.wider, 0) AS wider, c.territory_id AS centre_territory_id,
      CASE WHEN $3::uuid IS NULL OR s.municipality_id = $2::uuid THEN 0 WHEN c.territory_id = $3 THEN 1 WHEN c.territory_id = ANY($4::uuid[]) THEN 2 ELSE 3 END AS distance
    FROM ${STRUCTURE_FROM} LEFT JOIN matching m ON m.structure_id = s.id
    WHERE s.status = 'ACTIVE' AND c.status = 'ACTIVE' AND ($1::uuid IS NULL OR m.structure_id IS NOT NULL)
      AND ($5::uuid IS NULL OR ct.path @> ARRAY[$5::uuid])
      AND ($6::text IS NULL OR s.audiences = '{}' OR s.audiences && ARRAY[$6, 'EVERYONE']))`;

/** Who helps: best match first, then nearest, then by name. An unknown topic or place finds nothing. */
export async function helpAnswers(ctx: Context, query: HelpQuery): Promise<Page<HelpAnswerType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const topic = query.topic ? await ctx.reads.row<{ id: string }>('SELECT id FROM topics WHERE slug = $1', [query.topic]) : null;
  const near = query.place ? await place(ctx, query.place) : null;
  if ((query.topic && !topic) || (query.place && !near)) throw new Refusal('NOT_FOUND');
  const [wider, distance, search, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.reads.rows<AnswerRow>(
    `${ANSWERS} SELECT * FROM answers a
     WHERE $7::int IS NULL OR (a.wider, a.distance, left(a.search, 100) COLLATE "C", a.id) > ($7, $8, $9, $10::uuid)
     ORDER BY a.wider, a.distance, left(a.search, 100) COLLATE "C", a.id LIMIT $11`,
    [
      topic?.id ?? null,
      near?.municipalityId ?? null,
      near?.countyId ?? null,
      near?.path ?? null,
      near?.path[1] ?? null,
      query.audience,
      wider ?? null,
      distance ?? null,
      search ?? null,
      id ?? null,
      first + 1,
    ],
  );
  const toAnswer = (row: AnswerRow): HelpAnswerType => ({
    id: toGlobalId('HelpAnswer', row.id),
    structure: toStructure(ctx, row),
    exact: row.wider === 0,
    note: row.note && textFor(row.note, ctx.lang, row.lang),
    distance: near ? (DISTANCES[row.distance] ?? null) : null,
    forAudience: query.audience !== null && row.audiences.includes(query.audience),
    topicId: row.topic_id,
    whereId: row.municipality_id ?? row.centre_territory_id,
  });
  return toPage(sealer, rows, first, (row) => [row.wider, row.distance, ...nameKey(row)], toAnswer, query.after !== null);
}
