import DataLoader from 'dataloader';
import type { Language } from '@stoa/domain';
import type { Viewer } from './authorize.js';
import type { Reader } from './database/database.js';
import type { Values } from './database/sql.js';
import type { LiveHub } from './live/hub.js';
import type { Services } from './services.js';

/** The signed-in person as the session statement read it; null for a visitor. */
export interface Me {
  personId: string;
  sessionId: string;
  lang: Language;
  /** Whether the session proved who sits before it (password, code or passkey) within the last minutes. */
  provedRecently: boolean;
  /** Whether an appointment gives nothing until the person signs in with a second factor. */
  rightsWithheld: boolean;
  /** Whether something is in force that the person has not agreed to, and so may change nothing yet. */
  mustAgree: boolean;
}

/** Everything one request knows. No cache outlives it. */
export interface Context extends Services {
  viewer: Viewer;
  me: Me | null;
  /** The session that the request claims, so that a plan reads it in its own statement; null where the viewer is given and no session stands behind. */
  session: { token: string | null; lang: Language | null } | null;
  /** Reads the viewer of the session, once; until then `viewer` is a visitor. Gives what it found, since GraphQL works on a copy of the context. */
  authenticate(): Promise<Pick<Context, 'viewer' | 'me' | 'lang'>>;
  /** The reader's language: the header the interface sends, else the person's, else English. */
  lang: Language;
  requestId: string;
  /** The client's address, for limits only. */
  ip: string;
  userAgent: string;
  /** The request's cookies by name. */
  cookies: Readonly<Record<string, string | undefined>>;
  /** Takes an operation's cost from the budget of session and address. @throws Refusal RATE_LIMITED where it is used up */
  spend(cost: number): void;
  /** Where subscriptions get their news from. */
  live: LiveHub;
  /** Adds a `Set-Cookie` header to the answer. */
  setCookie(cookie: string): void;
  /**
   * Reads lists that may be a moment old, from a replica where there is one that has the reader's own last write. Never rights, and
   * never what is then written.
   */
  reads: Reader;
  /** Notes that the request has written, so that the reader's next requests see it. */
  wrote(): Promise<void>;
  /** Batches look-ups of one request: one statement for all keys asked in one tick. */
  load<K, V>(loader: Loader<K, V>, key: K): Promise<V>;
  loadMany<K, V>(loader: Loader<K, V>, keys: readonly K[]): Promise<V[]>;
  /** Gives a look-up what a command has just written, in place of what it may have found before. */
  know<K, V>(loader: Loader<K, V>, key: K, value: V): void;
}

/** A batched look-up: values in the order of the keys. */
export type Loader<K, V> = (ctx: Context, keys: readonly K[]) => Promise<V[]>;

/** The `load` functions of one request. */
export function requestLoaders(ctx: () => Context): Pick<Context, 'load' | 'loadMany' | 'know'> {
  const loaders = new Map<Loader<never, unknown>, DataLoader<unknown, unknown>>();
  function loaderFor<K, V>(loader: Loader<K, V>): DataLoader<K, V> {
    const key = loader as unknown as Loader<never, unknown>;
    let found = loaders.get(key);
    if (!found) {
      found = new DataLoader<K, V>((keys) => loader(ctx(), keys), { maxBatchSize: 1000 }) as unknown as DataLoader<unknown, unknown>;
      loaders.set(key, found);
    }
    return found as unknown as DataLoader<K, V>;
  }
  return {
    load: (loader, key) => loaderFor(loader).load(key),
    loadMany: async (loader, keys) => Promise.all(keys.map((key) => loaderFor(loader).load(key))),
    know: (loader, key, value) => void loaderFor(loader).clear(key).prime(key, value),
  };
}

/**
 * A look-up by id. One id alone has a statement of its own: PostgreSQL plans the one that takes an array anew each time it is asked, since it
 * cannot know beforehand how long an array is.
 * @param statement an SQL statement from what follows its column of ids: `= $1`, or `= ANY($1)` for more
 * @param more values of its placeholders from $2 on
 * @returns a loader whose value is null where no row came
 */
export function byId<Row extends { id: string }>(
  statement: (asked: string) => string,
  more: (ctx: Context) => Values = () => [],
): Loader<string, Row | null> {
  const one = statement('= $1');
  const many = statement('= ANY($1)');
  return async (ctx, ids) => {
    if (ids.length === 1) return [await ctx.db.short.row<Row>(one, [ids[0], ...more(ctx)])];
    const rows = new Map((await ctx.db.rows<Row>(many, [ids, ...more(ctx)])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
}
