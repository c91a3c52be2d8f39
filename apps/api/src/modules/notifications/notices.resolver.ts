import type { WatchLevel } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { ViewerType } from '../accounts/index.js';
import { noticeSettings } from './choices.js';
import { chooseNotices } from './commands/choose-notices.js';
import { readNotices } from './commands/read-notices.js';
import { unsubscribe, unsubscription } from './commands/unsubscribe.js';
import { watch, watching } from './commands/watch.js';
import { inbox, unreadGroups } from './inbox.queries.js';
import {
  ChooseNoticesInput,
  NoticeGroupConnection,
  NoticeSettings,
  NoticeSettingsPayload,
  ReadNoticesInput,
  ReadNoticesPayload,
  UnsubscribeInput,
  UnsubscribePayload,
  UnsubscriptionType,
  WatchInput,
  WatchPayload,
  WatchLevelEnum,
  type NoticeGroupType,
} from './notices.types.js';

@Resolver(() => ViewerType)
export class NoticesResolver {
  @Query(() => NoticeGroupConnection, { description: 'What the viewer hears of and may read now, by thread, the newest first' })
  @Policy('profile.own')
  inbox(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('unread', () => Boolean, { nullable: true, description: 'Only groups with something unread' }) unread?: boolean | null,
  ): Promise<Page<NoticeGroupType>> {
    return inbox(ctx, { first, after, unread });
  }

  @FieldResolver(() => Int, { description: 'Groups of the inbox with something unread' })
  @Policy(WITH_RECORD)
  unreadNotices(@Ctx() ctx: Context): Promise<number> {
    return unreadGroups(ctx, ctx.db);
  }

  @Query(() => NoticeSettings, { description: 'How the viewer wants to hear of what' })
  @Policy('profile.own')
  noticeSettings(@Ctx() ctx: Context): Promise<NoticeSettings> {
    return noticeSettings(ctx);
  }

  @Query(() => WatchLevelEnum, { description: 'How closely the viewer watches a thread or network' })
  @Policy('discussion.read')
  watching(@Arg('subjectId', () => ID) subjectId: string, @Ctx() ctx: Context): Promise<WatchLevel> {
    return watching(ctx, subjectId);
  }

  @Query(() => UnsubscriptionType, { nullable: true, description: 'What a link in a mail stops; null for one that does nothing' })
  @Policy('public.read')
  unsubscription(@Arg('token', () => String) token: string, @Ctx() ctx: Context): Promise<UnsubscriptionType | null> {
    return unsubscription(ctx, token);
  }

  @Mutation(() => ReadNoticesPayload)
  @Policy('profile.own')
  readNotices(@Arg('input', () => ReadNoticesInput) input: ReadNoticesInput, @Ctx() ctx: Context): Promise<ReadNoticesPayload> {
    return readNotices(ctx, input);
  }

  @Mutation(() => NoticeSettingsPayload)
  @Policy('profile.own')
  chooseNotices(@Arg('input', () => ChooseNoticesInput) input: ChooseNoticesInput, @Ctx() ctx: Context): Promise<NoticeSettingsPayload> {
    return chooseNotices(ctx, input);
  }

  @Mutation(() => WatchPayload)
  @Policy('discussion.read')
  watch(@Arg('input', () => WatchInput) input: WatchInput, @Ctx() ctx: Context): Promise<WatchPayload> {
    return watch(ctx, input);
  }

  @Mutation(() => UnsubscribePayload, { description: 'Stops the mails like the one whose link it is; asks for no sign-in' })
  @Policy('public.read')
  unsubscribe(@Arg('input', () => UnsubscribeInput) input: UnsubscribeInput, @Ctx() ctx: Context): Promise<UnsubscribePayload> {
    return unsubscribe(ctx, input);
  }
}
