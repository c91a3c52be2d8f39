import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { personById, PersonType, toPerson } from '../accounts/index.js';
import { cancelImport, changeImport, confirmImport } from './commands/change-import.js';
import { importRun, importRuns } from './import.queries.js';
import { ChangeImportInput, ImportRunConnection, ImportRunInput, ImportRunPayload, ImportRunType } from './import.type.js';

@Resolver(() => ImportRunType)
export class ImportResolver {
  @Query(() => ImportRunType, { nullable: true })
  @Policy('register.change')
  importRun(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ImportRunType | null> {
    return importRun(ctx, id);
  }

  @Query(() => ImportRunConnection, { description: 'The newest first' })
  @Policy('register.change')
  importRuns(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ImportRunType>> {
    return importRuns(ctx, { first, after: after ?? null });
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async requestedBy(@Root() root: ImportRunType, @Ctx() ctx: Context): Promise<PersonType | null> {
    const row = await ctx.load(personById, root.requestedBy);
    return row && toPerson(row);
  }

  @Mutation(() => ImportRunPayload)
  @Policy('register.change')
  changeImport(@Arg('input', () => ChangeImportInput) input: ChangeImportInput, @Ctx() ctx: Context): Promise<ImportRunPayload> {
    return changeImport(ctx, input);
  }

  @Mutation(() => ImportRunPayload)
  @Policy('register.change')
  confirmImport(@Arg('input', () => ImportRunInput) input: ImportRunInput, @Ctx() ctx: Context): Promise<ImportRunPayload> {
    return confirmImport(ctx, input);
  }

  @Mutation(() => ImportRunPayload)
  @Policy('register.change')
  cancelImport(@Arg('input', () => ImportRunInput) input: ImportRunInput, @Ctx() ctx: Context): Promise<ImportRunPayload> {
    return cancelImport(ctx, input);
  }
}
