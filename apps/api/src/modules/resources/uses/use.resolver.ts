import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { ResourcePayload } from '../resource.inputs.js';
import { ResourceType } from '../resource.type.js';
import { markUseful, takeBackUse, tellUse } from './tell-use.js';
import { MarkUsefulInput, ResourceUseConnection, ResourceUseType, TakeBackUseInput, TellUseInput } from './use.types.js';
import { foundUseful, usesOf } from './uses.queries.js';

@Resolver(() => ResourceType)
export class ResourceUseResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer found it useful' })
  async useful(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.viewer.personId === null ? false : ctx.load(foundUseful, row.id);
  }

  @FieldResolver(() => ResourceUseConnection, { description: 'What those tell who tried it, the newest first' })
  uses(
    @Root() { row }: ResourceType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ResourceUseType>> {
    return usesOf(ctx, row, { first, after: after ?? null });
  }

  @Mutation(() => ResourcePayload, { description: 'Says that it was useful, or takes it back' })
  @Policy('resource.propose')
  markUseful(@Ctx() ctx: Context, @Arg('input', () => MarkUsefulInput) input: MarkUsefulInput): Promise<ResourcePayload> {
    return markUseful(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Tells how it went, or tells it anew' })
  @Policy('resource.propose')
  tellUse(@Ctx() ctx: Context, @Arg('input', () => TellUseInput) input: TellUseInput): Promise<ResourcePayload> {
    return tellUse(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: "Takes the viewer's own account back" })
  @Policy('resource.propose')
  takeBackUse(@Ctx() ctx: Context, @Arg('input', () => TakeBackUseInput) input: TakeBackUseInput): Promise<ResourcePayload> {
    return takeBackUse(ctx, input);
  }
}
