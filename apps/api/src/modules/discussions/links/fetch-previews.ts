import { askOutside, OUTSIDE, type OutsideWorld } from '../../../platform/outside/outside-request.js';
import type { Services } from '../../../platform/services.js';
import { pageFacts, type PageFacts } from './page-facts.js';

/** Pages that are asked at once. */
const AT_ONCE = 5;

const ASK = { types: ['text/html', 'application/xhtml+xml'], maxBytes: 256 * 1024, timeoutMs: 6_000, redirects: 3 };

/** Looks what stands where new links lead, each place once. What cannot be had now shows nothing. */
export async function fetchPreviews(
  { db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>,
  world: OutsideWorld = OUTSIDE,
): Promise<void> {
  for (;;) {
    const waiting = await db.rows<{ url: string }>('SELECT url FROM link_previews WHERE fetched_at IS NULL ORDER BY url LIMIT $1', [
      AT_ONCE,
    ]);
    if (waiting.length === 0) return;
    const found = await Promise.all(
      waiting.map(async ({ url }): Promise<PageFacts | null> => {
        try {
          return pageFacts(await askOutside(url, ASK, world));
        } catch (error) {
          log.debug({ reason: error instanceof Error ? error.message : 'unknown' }, 'no preview of a link');
          return null;
        }
      }),
    );
    await db.row(
      `UPDATE link_previews v SET fetched_at = $1, title = u.title, description = u.description, site = u.site
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS u(url, title, description, site) WHERE v.url = u.url`,
      [
        clock.now(),
        waiting.map(({ url }) => url),
        found.map((facts) => facts?.title ?? null),
        found.map((facts) => facts?.description ?? null),
        found.map((facts) => facts?.site ?? null),
      ],
    );
  }
}

/** Forgets what stands where no post leads any more. */
export async function forgetPreviews({ db }: Pick<Services, 'db'>): Promise<void> {
  await db.row('DELETE FROM link_previews v WHERE NOT EXISTS (SELECT 1 FROM post_links l WHERE l.url = v.url)');
}
