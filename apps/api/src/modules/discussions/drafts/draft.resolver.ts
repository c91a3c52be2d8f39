import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { DraftPayload, DraftType, SaveDraftInput } from './draft.types.js';
import { draftAt } from './drafts.queries.js';
import { saveDraft } from './save-draft.js';

@Resolver(() => DraftType)
export class DraftResolver {
  @Query(() => DraftType, { nullable: true, description: 'The viewer’s own, by thread, network or post; null where there is none' })
  @Policy('profile.own')
  draft(@Arg('placeId', () => ID) placeId: string, @Ctx() ctx: Context): Promise<DraftType | null> {
    return draftAt(ctx, placeId);
  }

  @Mutation(() => DraftPayload)
  @Policy('discussion.write')
  saveDraft(@Arg('input', () => SaveDraftInput) input: SaveDraftInput, @Ctx() ctx: Context): Promise<DraftPayload> {
    return saveDraft(ctx, input);
  }
}
