import { parseSetCookie } from 'cookie';
import type { Answer, World } from './world.js';

/** Somebody's browser as the API sees it: it keeps the cookies that it is given and sends them again. */
export interface TestBrowser {
  cookies: Record<string, string>;
  ask<Data = Record<string, Record<string, unknown>>>(
    query: string,
    variables?: Record<string, unknown>,
    ip?: string,
  ): Promise<Answer<Data>>;
}

/** Opens a browser without cookies. */
export function openBrowser(
  world: World,
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
): TestBrowser {
  const cookies: Record<string, string> = {};
  const keep = (text: string) => {
    const { name, value, maxAge } = parseSetCookie(text);
    if (maxAge === 0 || value === undefined) delete cookies[name];
    else cookies[name] = value;
  };
  return {
    cookies,
    ask: async <Data>(query: string, variables: Record<string, unknown> = {}, ip = '127.0.0.1') => {
      const request = { ip, userAgent, cookies: { ...cookies }, setCookie: keep };
      const ctx = world.app.contextForSession(cookies['__Host-stoa'] ?? null, 'en', request);
      return (await world.app.graphql.execute(ctx, { query, variables })) as Answer<Data>;
    },
  };
}
