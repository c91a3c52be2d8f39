import { personByKey, type DemoResource } from '@stoa/demo';
import { fixedClock, type MovableClock } from '../platform/clock.js';
import { requestLoaders, type Context } from '../platform/context.js';
import type { Tx } from '../platform/database/database.js';
import type { UserErrorShape } from '../platform/errors.js';
import type { Services } from '../platform/services.js';
import type { Viewer } from '../platform/authorize.js';
import { createHub, type LiveHub } from '../platform/live/hub.js';
import { loadViewers, viewerOfPerson } from '../viewer.js';
import { withinTransaction } from './one-transaction.js';

/** Something that happens in the demo world at a time. */
export interface Step {
  at: Date;
  play(stage: Stage): Promise<void>;
}

/** What was made so far, by the keys of the demo's data. */
export interface Made {
  /** Ids of people by key, of territories, centres, structures and schools by code, of networks by key. */
  people: Map<string, string>;
  places: Map<string, string>;
  networks: Map<string, { id: string; slug: string }>;
  /** Global ids of resources. */
  resources: Map<DemoResource, string>;
}

/** Where the demo is played: services on one transaction, whose clock the player moves. */
export class Stage {
  readonly services: Services & { clock: MovableClock };
  /** Nobody listens to a demo that is being played. */
  private readonly live: LiveHub;
  private readonly viewers = new Map<string, Viewer>();
  private limitDay = '';

  constructor(
    services: Services,
    tx: Tx,
    readonly made: Made,
  ) {
    const db = withinTransaction(services.db, tx);
    const clock = fixedClock(new Date(0).toISOString());
    const viewerOf = (personId: string) => viewerOfPerson({ config: services.config, db, clock }, personId);
    this.services = { ...services, db, clock, viewerOf };
    this.live = createHub(this.services, loadViewers);
  }

  get people(): Map<string, string> {
    return this.made.people;
  }

  get places(): Map<string, string> {
    return this.made.places;
  }

  get networks(): Map<string, { id: string; slug: string }> {
    return this.made.networks;
  }

  get resources(): Map<DemoResource, string> {
    return this.made.resources;
  }

  /** Moves the clock. Limits count real minutes, but a day of the demo has passed: what was used of them is free again. */
  async moveTo(at: Date): Promise<void> {
    this.services.clock.moveTo(at);
    const day = at.toISOString().slice(0, 10);
    if (day === this.limitDay) return;
    this.limitDay = day;
    await this.services.db.row('DELETE FROM rate_limits WHERE key IN (SELECT key FROM rate_limits FOR UPDATE SKIP LOCKED)');
  }

  /** Rights are read anew after an appointment or a membership has changed. */
  rightsChanged(): void {
    this.viewers.clear();
  }

  /** The context of a person's request at the time of the clock. */
  async as(key: string): Promise<Context> {
    const personId = idOf(this.people, key);
    let viewer = this.viewers.get(key);
    if (!viewer) {
      viewer = await this.services.viewerOf(personId);
      this.viewers.set(key, viewer);
    }
    const { lang } = personByKey(key);
    const context: Context = {
      ...this.services,
      viewer,
      me: { personId, sessionId: personId, lang, provedRecently: true, rightsWithheld: false, mustAgree: false },
      lang,
      session: null,
      authenticate: async () => context,
      requestId: 'demo',
      // Everybody writes from a place of their own.
      ip: `demo ${key}`,
      userAgent: '',
      cookies: {},
      spend: () => undefined,
      live: this.live,
      setCookie: () => undefined,
      reads: this.services.db,
      wrote: async () => undefined,
      ...requestLoaders(() => context),
    };
    return context;
  }
}

/** The id behind a key. @throws Error where the demo's data name something that was not made */
export function idOf<T>(ids: ReadonlyMap<string, T>, key: string): T {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo has no ${key} yet`);
  return id;
}

/** The result of a command. @throws Error where a value was refused: the demo's data are wrong then */
export async function done<T extends { userErrors: readonly UserErrorShape[] }>(what: string, outcome: Promise<T>): Promise<T> {
  const result = await outcome.catch((error: unknown) => {
    throw new Error(`The demo cannot play: ${what}`, { cause: error });
  });
  const [refused] = result.userErrors;
  if (refused) throw new Error(`The demo cannot play: ${what} (${refused.code} ${refused.path.join('.')})`);
  return result;
}
