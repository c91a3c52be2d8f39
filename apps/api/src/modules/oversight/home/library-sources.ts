import { DECISION_TARGET_DAYS, homeGroup } from '@stoa/domain';
import { resourceReach } from '../../resources/index.js';
import { daysAfter, item, type HomeSource } from './items.js';

const LIST_MAX = 20;

/** Resources that wait for a review of the person: one item, due by the one that waits longest. */
export const resourcesToDecide: HomeSource = async (home) => {
  const { review } = resourceReach(home.ctx.viewer);
  if (!review.all && review.scopeIds.length === 0) return [];
  const row = await home.ctx.db.row<{ waiting: number; oldest: string | null; title: string | null }>(
    `SELECT count(*)::int AS waiting, min(o.submitted_at) AS oldest, (array_agg(o.content ->> 'title' ORDER BY o.submitted_at, o.id))[1] AS title
     FROM resources r JOIN resource_versions o ON o.resource_id = r.id AND o.state = 'SUBMITTED' JOIN territories t ON t.id = r.territory_id
     LEFT JOIN structures rs ON rs.id = r.structure_id
     WHERE r.awaits_review AND ($1::boolean OR $2::uuid[] && (ARRAY[r.network_id, r.structure_id, r.centre_id, rs.centre_id, r.school_id] || t.path))
       AND $3::uuid IS DISTINCT FROM r.proposed_by AND $3 IS DISTINCT FROM o.created_by AND $3 IS DISTINCT FROM o.submitted_by`,
    [review.all, review.scopeIds, home.personId],
  );
  if (!row || row.waiting === 0 || row.oldest === null) return [];
  const due = daysAfter(row.oldest, DECISION_TARGET_DAYS);
  return item(home, 'DECIDE_RESOURCES', {
    about: home.personId,
    names: row.title === null ? [] : [row.title],
    count: row.waiting,
    since: row.oldest,
    due,
    group: homeGroup(due, home.now, home.timeZone) ?? 'THIS_WEEK',
    path: '/approvals',
  });
};

/** The person's own resources that came back with remarks, the last one first. */
export const returnedResources: HomeSource = async (home) => {
  const rows = await home.ctx.db.rows<{ id: string; slug: string; title: string; lang: string; remarks: number; decided_at: string }>(
    `SELECT r.id, r.slug, o.content ->> 'title' AS title, o.content ->> 'lang' AS lang, jsonb_array_length(o.remarks) AS remarks, o.decided_at
     FROM resources r JOIN resource_versions o ON o.resource_id = r.id AND o.state = 'DRAFT'
     WHERE r.proposed_by = $1 AND o.decided_at IS NOT NULL AND o.remarks <> '[]' ORDER BY o.decided_at DESC LIMIT ${String(LIST_MAX)}`,
    [home.personId],
  );
  return rows.flatMap((row) =>
    item(home, 'RESOURCE_RETURNED', {
      about: row.id,
      title: row.title,
      lang: row.lang,
      count: row.remarks,
      since: row.decided_at,
      group: 'THIS_WEEK',
      path: `/library/${row.slug}/edit`,
    }),
  );
};
