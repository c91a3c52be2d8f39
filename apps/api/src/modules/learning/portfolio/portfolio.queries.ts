import { PORTFOLIO_PARTS, yearOf, type PortfolioPart } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { consumed, limiterOn } from '../../../platform/rate-limit.js';
import { readableResources } from '../../resources/index.js';
import { certificateStatement, toCertificate } from '../certificates/certificate.queries.js';
import type { CertificateRow } from '../certificates/certificate.types.js';
import { readablePaths } from '../paths/path.queries.js';
import { linkHash } from './link-token.js';
import type { PortfolioEntryType, PortfolioType, PortfolioYearType } from './portfolio.types.js';

/** Most entries of each kind that a portfolio shows: twenty of each in every week of a year. */
const MOST = 1_000;
/** Links that one address may open in a minute. */
const OPENED = 30;

interface Done {
  id: string;
  slug: string;
  title: string;
  lang: string;
  minutes: number;
  done_at: string;
}

/** The viewer's own portfolio, whole. @throws Refusal UNAUTHENTICATED */
export async function ownPortfolio(ctx: Context): Promise<PortfolioType> {
  return portfolioOf(ctx, signedIn(ctx.viewer), { parts: PORTFOLIO_PARTS, year: null });
}

/**
 * What the person of a secret link chose to show by it, for anybody who has the link; null where it is none, or has ended.
 * @throws Refusal RATE_LIMITED
 */
export async function sharedPortfolio(ctx: Context, token: string): Promise<PortfolioType | null> {
  const hash = linkHash(token);
  if (hash === null) return null;
  if (!(await consumed(limiterOn(ctx.db.pool, 'portfolio-links', OPENED, 60), ctx.ip))) throw new Refusal('RATE_LIMITED');
  const link = await ctx.db.row<{ person_id: string; parts: PortfolioPart[]; year: string | null }>(
    `SELECT l.person_id, l.parts, l.year FROM portfolio_links l JOIN people p ON p.id = l.person_id
     WHERE l.token_hash = $1 AND l.ended_at IS NULL AND p.status = 'ACTIVE'`,
    [hash],
  );
  return link && portfolioOf(ctx, link.person_id, link);
}

/** A portfolio as some of its parts show it; where its entries lead is a matter of who reads it. */
async function portfolioOf(
  ctx: Context,
  personId: string,
  shows: { parts: readonly PortfolioPart[]; year: string | null },
): Promise<PortfolioType> {
  const [person, resources, paths, certificates] = await Promise.all([
    ctx.db.row<{ display_name: string }>('SELECT display_name FROM people WHERE id = $1', [personId]),
    ctx.db.rows<Done>(
      `SELECT s.resource_id AS id, r.slug, s.done_title AS title, s.done_lang AS lang, s.done_at,
         CASE WHEN EXISTS (SELECT 1 FROM path_enrolments e WHERE e.person_id = s.person_id AND s.resource_id = ANY(e.done_resource_ids)) THEN 0
           ELSE coalesce(s.done_minutes, 0) END AS minutes
       FROM resource_studies s JOIN resources r ON r.id = s.resource_id WHERE s.person_id = $1 AND s.done_at IS NOT NULL
       ORDER BY s.done_at DESC LIMIT ${String(MOST)}`,
      [personId],
    ),
    ctx.db.rows<Done>(
      `SELECT e.path_id AS id, l.slug, e.done_title AS title, e.done_lang AS lang, e.done_at, e.done_minutes AS minutes
       FROM path_enrolments e JOIN learning_paths l ON l.id = e.path_id WHERE e.person_id = $1 AND e.done_at IS NOT NULL
       ORDER BY e.done_at DESC LIMIT ${String(MOST)}`,
      [personId],
    ),
    ctx.db.rows<CertificateRow>(`${certificateStatement('c.person_id = $1')} ORDER BY c.issued_at DESC LIMIT ${String(MOST)}`, [personId]),
  ]);
  const [openResources, openPaths] = await Promise.all([
    readableResources(
      ctx,
      resources.map(({ id }) => id),
    ),
    readablePaths(
      ctx,
      paths.map(({ id }) => id),
    ),
  ]);
  const yearAtHome = (at: string): string => yearOf(dateIn(new Date(at), ctx.config.timeZone));
  const years = new Map<string, PortfolioYearType>();
  const of = (at: string): PortfolioYearType | null => {
    const year = yearAtHome(at);
    if (shows.year !== null && shows.year !== year) return null;
    const found = years.get(year) ?? { year, minutes: 0, resources: [], paths: [], certificates: [] };
    years.set(year, found);
    return found;
  };
  const part = (name: PortfolioPart): boolean => shows.parts.includes(name);
  const put = (rows: readonly Done[], into: 'resources' | 'paths', open: ReadonlySet<string>): void => {
    for (const row of rows) {
      const year = of(row.done_at);
      if (!year) continue;
      if (part('HOURS')) year.minutes += row.minutes;
      if (part(into === 'paths' ? 'PATHS' : 'RESOURCES')) year[into].push(entry(row, into, open.has(row.id)));
    }
  };
  put(resources, 'resources', openResources);
  put(paths, 'paths', openPaths);
  if (part('CERTIFICATES')) for (const row of certificates) of(row.issued_at)?.certificates.push(toCertificate(row));
  const shown = [...years.values()]
    .filter((year) => year.minutes > 0 || year.resources.length + year.paths.length + year.certificates.length > 0)
    .sort((a, b) => (a.year < b.year ? 1 : -1));
  return {
    personName: person?.display_name ?? '',
    parts: [...shows.parts],
    minutes: shown.reduce((sum, { minutes }) => sum + minutes, 0),
    years: shown,
  };
}

function entry(row: Done, kind: 'resources' | 'paths', open: boolean): PortfolioEntryType {
  return {
    title: row.title,
    lang: row.lang,
    minutes: row.minutes,
    doneAt: row.done_at,
    path: open ? `/${kind === 'paths' ? 'paths' : 'library'}/${row.slug}` : null,
  };
}
