import { MOST_PORTFOLIO_LINKS, portfolioLink, type PortfolioPart } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId, toGlobalId } from '../../../platform/ids.js';
import { linkHash, linkToken } from './link-token.js';
import type { CreatePortfolioLinkInput, EndPortfolioLinkInput, PortfolioLinksPayload, PortfolioLinkType } from './portfolio.types.js';

interface LinkRow {
  id: string;
  token_hash: string;
  label: string;
  parts: PortfolioPart[];
  year: string | null;
  created_at: string;
  ended_at: string | null;
}

/** The viewer's links, the newest first, those that ended too. @throws Refusal UNAUTHENTICATED */
export async function portfolioLinks(ctx: Context): Promise<PortfolioLinkType[]> {
  const rows = await ctx.db.rows<LinkRow>(
    `SELECT id, token_hash, label, parts, year, created_at, ended_at FROM portfolio_links WHERE person_id = $1
     ORDER BY ended_at IS NOT NULL, created_at DESC, id DESC LIMIT 50`,
    [signedIn(ctx.viewer)],
  );
  return rows.map((row) => {
    // The secret may have been changed since: the link still leads there, but cannot be shown.
    const token = ctx.config.secrets.map((secret) => linkToken(secret, row.id)).find((each) => linkHash(each) === row.token_hash);
    return {
      id: toGlobalId('PortfolioLink', row.id),
      label: row.label,
      parts: row.parts,
      year: row.year,
      createdAt: row.created_at,
      endedAt: row.ended_at,
      token: row.ended_at === null ? (token ?? null) : null,
    };
  });
}

/** Makes a secret link to what the viewer chooses of their portfolio. @throws Refusal UNAUTHENTICATED */
export async function createPortfolioLink(ctx: Context, input: CreatePortfolioLinkInput): Promise<PortfolioLinksPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const link = checked(portfolioLink, { label: input.label, parts: input.parts, year: input.year ?? null });
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [me]);
    return once(tx, { actorId: me, key: clientMutationId, operation: 'createPortfolioLink', input: body, now }, async () => {
      const open = await tx.row<{ n: number }>('SELECT count(*)::int AS n FROM portfolio_links WHERE person_id = $1 AND ended_at IS NULL', [
        me,
      ]);
      if ((open?.n ?? 0) >= MOST_PORTFOLIO_LINKS) reject('TOO_MANY', 'label');
      const id = newId();
      await tx.row(
        'INSERT INTO portfolio_links (id, person_id, token_hash, label, parts, year, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, me, linkHash(linkToken(ctx.config.secrets[0] ?? '', id)), link.label, link.parts, link.year, now],
      );
      await audit(tx, {
        actorId: me,
        act: 'createPortfolioLink',
        subjectType: 'PortfolioLink',
        subjectId: id,
        at: now,
        requestId: ctx.requestId,
      });
      return id;
    });
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { links: await portfolioLinks(ctx), userErrors: [] };
}

/** Ends a link of the viewer's, for good. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function endPortfolioLink(ctx: Context, input: EndPortfolioLinkInput): Promise<PortfolioLinksPayload> {
  await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const id = fromGlobalId(input.id, 'PortfolioLink')?.id;
    const now = ctx.clock.now();
    const found =
      id &&
      (await tx.row('UPDATE portfolio_links SET ended_at = coalesce(ended_at, $3) WHERE id = $1 AND person_id = $2 RETURNING 1', [
        id,
        me,
        now,
      ]));
    if (!id || !found) throw new Refusal('NOT_FOUND');
    await audit(tx, {
      actorId: me,
      act: 'endPortfolioLink',
      subjectType: 'PortfolioLink',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
    });
    return {};
  });
  return { links: await portfolioLinks(ctx), userErrors: [] };
}
