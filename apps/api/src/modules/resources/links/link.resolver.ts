import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context, Loader } from '../../../platform/context.js';
import { ResourceLinkType } from '../resource.type.js';
import { BROKEN_AFTER } from './check-links.js';

/** Addresses of a resource's links that failed four times in a row. */
const brokenLinksOf: Loader<string, ReadonlySet<string>> = async (ctx, resourceIds) => {
  const rows = await ctx.db.rows<{ resource_id: string; url: string }>(
    `SELECT resource_id, url FROM resource_links WHERE resource_id = ANY($1::uuid[]) AND failures >= ${BROKEN_AFTER}`,
    [resourceIds],
  );
  return resourceIds.map((id) => new Set(rows.flatMap((row) => (row.resource_id === id ? [row.url] : []))));
};

@Resolver(() => ResourceLinkType)
export class LinkStateResolver {
  @FieldResolver(() => Boolean, { description: 'Whether nothing was found there four times in a row; asked only of what is published' })
  async broken(@Root() { url, resourceId }: ResourceLinkType, @Ctx() ctx: Context): Promise<boolean> {
    return (await ctx.load(brokenLinksOf, resourceId)).has(url);
  }
}
