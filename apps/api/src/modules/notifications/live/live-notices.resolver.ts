import { Resolver, Root, Subscription } from 'type-graphql';
import { Policy, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { noticesFeed } from './notices-feed.js';

/** The viewer's inbox, as it changes. */
@Resolver()
export class LiveNoticesResolver {
  @Subscription(() => Boolean, {
    description: 'Says when `inbox` and `unreadNotices` of the viewer are to be asked anew; the first time at once',
    subscribe: ({ context }: { context: Context }) => context.live.subscribe(context, noticesFeed, signedIn(context.viewer), null),
  })
  @Policy('profile.own')
  noticesChanged(@Root() { changed }: { changed: boolean }): boolean {
    return changed;
  }
}
