import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { publicDecisions, publicLog } from './public-log.queries.js';
import { PublicDecisionConnection, PublicLogType, type PublicDecisionType } from './public-log.types.js';

/** What was decided in a network, without persons. */
@Resolver(() => PublicLogType)
export class PublicLogResolver {
  @Query(() => PublicLogType, { nullable: true, description: 'Null where the viewer does not read the network’s discussions' })
  @Policy('moderation.readPublicLog')
  networkDecisions(
    @Arg('network', () => String, { description: 'Its slug' }) network: string,
    @Ctx() ctx: Context,
  ): Promise<PublicLogType | null> {
    return publicLog(ctx, network);
  }

  @FieldResolver(() => PublicDecisionConnection, { description: 'Newest first' })
  decisions(
    @Root() log: PublicLogType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<PublicDecisionType>> {
    return publicDecisions(ctx, log, { first, after });
  }
}
