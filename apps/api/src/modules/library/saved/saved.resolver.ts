import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { changeSavedSearch, removeSavedSearch, savedSearches, saveSearch, stopSearchMail } from './saved-searches.js';
import {
  ChangeSavedSearchInput,
  RemoveSavedSearchInput,
  RemoveSavedSearchPayload,
  SavedSearchPayload,
  SavedSearchType,
  SaveSearchInput,
  StopSearchMailInput,
  StopSearchMailPayload,
} from './saved.types.js';

@Resolver()
export class SavedSearchResolver {
  @Query(() => [SavedSearchType], { description: 'Searches of the library that the viewer keeps, the last saved first' })
  @Policy('profile.own')
  savedSearches(@Ctx() ctx: Context): Promise<SavedSearchType[]> {
    return savedSearches(ctx);
  }

  @Mutation(() => SavedSearchPayload)
  @Policy('profile.own')
  saveSearch(@Arg('input', () => SaveSearchInput) input: SaveSearchInput, @Ctx() ctx: Context): Promise<SavedSearchPayload> {
    return saveSearch(ctx, input);
  }

  @Mutation(() => SavedSearchPayload)
  @Policy('profile.own')
  changeSavedSearch(
    @Arg('input', () => ChangeSavedSearchInput) input: ChangeSavedSearchInput,
    @Ctx() ctx: Context,
  ): Promise<SavedSearchPayload> {
    return changeSavedSearch(ctx, input);
  }

  @Mutation(() => RemoveSavedSearchPayload)
  @Policy('profile.own')
  removeSavedSearch(
    @Arg('input', () => RemoveSavedSearchInput) { id }: RemoveSavedSearchInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveSavedSearchPayload> {
    return removeSavedSearch(ctx, id);
  }

  @Mutation(() => StopSearchMailPayload)
  @Policy('public.read')
  stopSearchMail(
    @Arg('input', () => StopSearchMailInput) { token }: StopSearchMailInput,
    @Ctx() ctx: Context,
  ): Promise<StopSearchMailPayload> {
    return stopSearchMail(ctx, token);
  }
}
