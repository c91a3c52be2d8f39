import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { decideReport } from './decide-report.js';
import { resourceReports } from './report.queries.js';
import { reportResource } from './report-resource.js';
import { DecideReportInput, ReportPayload, ReportResourceInput, ResourceReportConnection, ResourceReportType } from './report.types.js';

@Resolver()
export class ResourceReportResolver {
  @Query(() => ResourceReportConnection, { description: 'Open reports that the viewer decides, the oldest first' })
  @Policy('resource.review')
  resourceReports(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ResourceReportType>> {
    return resourceReports(ctx, { first, after: after ?? null });
  }

  @Mutation(() => ReportPayload, { description: 'Says what is wrong with a resource; visitors too' })
  @Policy('public.read')
  reportResource(@Ctx() ctx: Context, @Arg('input', () => ReportResourceInput) input: ReportResourceInput): Promise<ReportPayload> {
    return reportResource(ctx, input);
  }

  @Mutation(() => ReportPayload, { description: 'Leaves what was reported as it is, or takes it down' })
  @Policy('resource.review')
  decideReport(@Ctx() ctx: Context, @Arg('input', () => DecideReportInput) input: DecideReportInput): Promise<ReportPayload> {
    return decideReport(ctx, input);
  }
}
