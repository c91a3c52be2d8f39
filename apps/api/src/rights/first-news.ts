import type { App } from '../app.js';
import type { Context } from '../platform/context.js';
import type { Variables } from './operation.js';

/** What a subscriber is told first; what ends the subscription instead is an error of an answer. */
export async function firstNews(app: App, ctx: Context, query: string, variables: Variables): Promise<object> {
  const { subscriptions } = app.graphql;
  try {
    await ctx.authenticate();
    const news = await subscriptions.run(ctx, subscriptions.prepare(ctx, { query, variables }));
    const { value } = (await news.next()) as IteratorYieldResult<object>;
    await news.return?.();
    return value;
  } catch (error) {
    return { errors: [error] };
  }
}
