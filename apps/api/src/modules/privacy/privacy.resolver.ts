import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { ExportPayload } from '../reports/index.js';
import { dataAccesses } from './accesses.queries.js';
import { DataAccessConnection, type DataAccessType } from './accesses.types.js';
import { cancelErasure, requestErasure } from './commands/change-erasure.js';
import { startPersonalExport } from './commands/start-personal-export.js';
import { privacy } from './privacy.queries.js';
import { CancelErasureInput, PrivacyCentre, PrivacyPayload, RequestErasureInput, StartPersonalExportInput } from './privacy.types.js';

@Resolver()
export class PrivacyResolver {
  @Query(() => PrivacyCentre, { description: 'What Stoa holds about the viewer' })
  @Policy('profile.own')
  privacy(@Ctx() ctx: Context): Promise<PrivacyCentre> {
    return privacy(ctx);
  }

  @Query(() => DataAccessConnection, { description: 'Who else saw or changed what is held about the viewer, the latest first' })
  @Policy('profile.own')
  dataAccesses(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<DataAccessType>> {
    return dataAccesses(ctx, { first, after: after ?? null });
  }

  @Mutation(() => ExportPayload, { description: 'Everything held about the viewer, as one archive' })
  @Policy('profile.own')
  startPersonalExport(
    @Arg('input', () => StartPersonalExportInput) input: StartPersonalExportInput,
    @Ctx() ctx: Context,
  ): Promise<ExportPayload> {
    return startPersonalExport(ctx, input);
  }

  @Mutation(() => PrivacyPayload, { description: 'Erases the viewer after days of grace' })
  @Policy('profile.own')
  requestErasure(@Arg('input', () => RequestErasureInput) input: RequestErasureInput, @Ctx() ctx: Context): Promise<PrivacyPayload> {
    return requestErasure(ctx, input);
  }

  @Mutation(() => PrivacyPayload)
  @Policy('profile.own')
  cancelErasure(@Arg('input', () => CancelErasureInput) input: CancelErasureInput, @Ctx() ctx: Context): Promise<PrivacyPayload> {
    return cancelErasure(ctx, input);
  }
}
