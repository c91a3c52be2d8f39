import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ExportPayload } from '../../reports/index.js';
import { StartMemberExportInput } from './member-export.types.js';
import { startMemberExport } from './start-member-export.js';

@Resolver()
export class MemberExportResolver {
  @Mutation(() => ExportPayload, { description: 'The members of a network as a table, which a job writes; asks for a recent proof' })
  @Policy('network.exportMembers')
  startMemberExport(
    @Arg('input', () => StartMemberExportInput) input: StartMemberExportInput,
    @Ctx() ctx: Context,
  ): Promise<ExportPayload> {
    return startMemberExport(ctx, input);
  }
}
