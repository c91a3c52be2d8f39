import { allows } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { networkTarget, NetworkType } from '../networks/index.js';
import { setHealthThresholds } from './commands/set-health-thresholds.js';
import { NetworkHealthType } from './health.types.js';
import { countyOverview, healthOfNetwork, regionOverview } from './overview.queries.js';
import { CountyOverviewType, RegionOverviewType, SetHealthThresholdsInput, SetHealthThresholdsPayload } from './overview.types.js';

@Resolver(() => NetworkType)
export class OversightResolver {
  @Query(() => CountyOverviewType, { nullable: true, description: 'Null where there is no such county or the viewer does not oversee it' })
  @Policy('county.overview')
  countyOverview(
    @Arg('county', () => String, { description: 'Slug' }) county: string,
    @Ctx() ctx: Context,
    @Arg('year', () => String, { nullable: true, description: 'School year, 2026/27 or 2026-27; the current one where it is left out' })
    year?: string | null,
  ): Promise<CountyOverviewType | null> {
    return countyOverview(ctx, county, year ?? null);
  }

  @Query(() => RegionOverviewType, { nullable: true, description: 'Null where there is no such region or the viewer does not oversee it' })
  @Policy('county.overview')
  regionOverview(
    @Arg('region', () => String, { description: 'Slug of a region or country' }) region: string,
    @Ctx() ctx: Context,
    @Arg('year', () => String, { nullable: true }) year?: string | null,
  ): Promise<RegionOverviewType | null> {
    return regionOverview(ctx, region, year ?? null);
  }

  @FieldResolver(() => NetworkHealthType, {
    nullable: true,
    description: 'How the network stands today; null for those who may not see it',
  })
  @Policy('network.health')
  async health(@Root() { row }: NetworkType, @Ctx() ctx: Context): Promise<NetworkHealthType | null> {
    return allows(ctx.viewer, 'network.health', networkTarget(row)) ? ctx.load(healthOfNetwork, row.id) : null;
  }

  @Mutation(() => SetHealthThresholdsPayload)
  @Policy('county.overview')
  setHealthThresholds(
    @Arg('input', () => SetHealthThresholdsInput) input: SetHealthThresholdsInput,
    @Ctx() ctx: Context,
  ): Promise<SetHealthThresholdsPayload> {
    return setHealthThresholds(ctx, input);
  }
}
