import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { deleteReasonTemplate, saveReasonTemplate } from './commands/reason-templates.js';
import { DeleteReasonTemplateInput, ReasonTemplatePayload, ReasonTemplatesType, SaveReasonTemplateInput } from './template.types.js';
import { reasonTemplates } from './templates.queries.js';

/** Templates of reasons, kept by those who moderate the network. */
@Resolver()
export class ReasonTemplateResolver {
  @Query(() => ReasonTemplatesType, { nullable: true, description: 'Null where the viewer does not moderate the network' })
  @Policy('moderation.configure')
  reasonTemplates(
    @Arg('network', () => String, { description: 'Its slug' }) network: string,
    @Ctx() ctx: Context,
  ): Promise<ReasonTemplatesType | null> {
    return reasonTemplates(ctx, network);
  }

  @Mutation(() => ReasonTemplatePayload)
  @Policy('moderation.configure')
  saveReasonTemplate(
    @Arg('input', () => SaveReasonTemplateInput) input: SaveReasonTemplateInput,
    @Ctx() ctx: Context,
  ): Promise<ReasonTemplatePayload> {
    return saveReasonTemplate(ctx, input);
  }

  @Mutation(() => ReasonTemplatePayload)
  @Policy('moderation.configure')
  deleteReasonTemplate(
    @Arg('input', () => DeleteReasonTemplateInput) input: DeleteReasonTemplateInput,
    @Ctx() ctx: Context,
  ): Promise<ReasonTemplatePayload> {
    return deleteReasonTemplate(ctx, input);
  }
}
