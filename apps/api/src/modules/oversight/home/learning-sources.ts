import { resourceReach, resourcesVisibleTo } from '../../resources/index.js';
import { daysAfter, item, type HomeSource } from './items.js';

/** What was not looked at for so long is not called to mind any more, in days. */
const FORGOTTEN_DAYS = 60;
const MOST = 3;

/** What the person has begun to study and may still read, the last first. */
export const studiesToContinue: HomeSource = async (home) => {
  const { read, review } = resourceReach(home.ctx.viewer);
  const visible = resourcesVisibleTo({
    personId: '$1',
    read: { all: '$2', networkIds: '$3', scopeIds: '$4' },
    review: { all: '$5', networkIds: `'{}'`, scopeIds: '$6' },
  });
  const rows = await home.ctx.db.rows<{ id: string; slug: string; title: string; lang: string; share: number; last_at: string }>(
    `SELECT r.id, r.slug, r.title, r.lang, s.share, s.last_at FROM resource_studies s JOIN resources r ON r.id = s.resource_id
     JOIN territories t ON t.id = r.territory_id LEFT JOIN structures rs ON rs.id = r.structure_id
     WHERE s.person_id = $1 AND s.done_at IS NULL AND s.last_at > $7 AND r.state IN ('PUBLISHED', 'OUTDATED') AND ${visible}
     ORDER BY s.last_at DESC, r.id LIMIT ${String(MOST)}`,
    [home.personId, read.all, read.networkIds, read.scopeIds, review.all, review.scopeIds, daysAfter(home.now, -FORGOTTEN_DAYS)],
  );
  return rows.flatMap((row) =>
    item(home, 'CONTINUE_STUDY', {
      about: row.id,
      title: row.title,
      lang: row.lang,
      count: row.share,
      since: row.last_at,
      group: 'THIS_WEEK',
      path: `/library/${row.slug}`,
    }),
  );
};
