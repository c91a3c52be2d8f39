import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { ExportPayload } from '../reports/index.js';
import { auditFacets, auditLog, auditPersonal } from './audit.queries.js';
import { AuditConnection, AuditDetail, AuditFacets, AuditFilterInput, StartAuditExportInput, type AuditEntryType } from './audit.types.js';
import { startAuditExport } from './start-export.js';

@Resolver()
export class AuditResolver {
  @Query(() => AuditConnection, { description: 'The audit log, newest first; reading it is an entry too' })
  @Policy('audit.read')
  auditLog(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter?: AuditFilterInput | null,
  ): Promise<Page<AuditEntryType>> {
    return auditLog(ctx, { first, after: after ?? null, filter: filter ?? null });
  }

  @Query(() => [AuditDetail], {
    description:
      'Values of an entry that name a person, such as a name before and after; empty where there are none any more. Reading them is an entry too',
  })
  @Policy('audit.read')
  auditPersonal(@Arg('entryId', () => ID) entryId: string, @Ctx() ctx: Context): Promise<AuditDetail[]> {
    return auditPersonal(ctx, entryId);
  }

  @Query(() => AuditFacets)
  @Policy('audit.read')
  auditFacets(@Ctx() ctx: Context): Promise<AuditFacets> {
    return auditFacets(ctx);
  }

  @Mutation(() => ExportPayload, { description: 'What a search of the audit log finds, as CSV' })
  @Policy('audit.read')
  startAuditExport(@Arg('input', () => StartAuditExportInput) input: StartAuditExportInput, @Ctx() ctx: Context): Promise<ExportPayload> {
    return startAuditExport(ctx, input);
  }
}
