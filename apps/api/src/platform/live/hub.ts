import { setTimeout as wait } from 'node:timers/promises';
import type { Viewer } from '../authorize.js';
import { Refusal } from '../errors.js';
import type { Services } from '../services.js';
import type { Announcement, Told } from './channel.js';
import { startListening, type Listener } from './listener.js';
import { Reader, type LiveReader } from './reader.js';

/** A kind of live news. A module makes one and gives it to `live.subscribe`. */
export interface Feed<Place> {
  /** Name of its announcements. */
  topic: string;
  /**
   * Tells readers of one record what is new to each, and moves their places on. Their rights were read a moment ago in one statement for
   * all: who may not read any more is ended, whoever has nothing new is left alone, but a new reader is always sent something.
   * It reads what it needs in a constant number of statements, however many readers there are.
   */
  deliver(news: News<Place>, services: Services): Promise<void>;
}

/** What a feed is asked to tell. */
export interface News<Place> {
  id: string;
  readers: readonly LiveReader<Place>[];
  /** What announcements added since the last delivery. */
  told: readonly Told[];
}

/** Rights of sessions that live, by session; read in one statement. */
export type ViewersOf = (services: Services, sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Viewer>>;

/** Whose session subscribes; null for a visitor. */
interface Asking {
  me: { sessionId: string; personId: string } | null;
}

/** What goes live on one node. */
export interface LiveHub {
  /** Begins to hear of changes. @param url a direct connection to the database */
  start(url: string): void;
  /**
   * Subscribes the session of a request to a feed. Its rights are asked with the first delivery, as with each that follows.
   * @param place how far its client has been told already
   * @throws Refusal UNAUTHENTICATED for a visitor
   */
  subscribe<Place>(ctx: Asking, feed: Feed<Place>, id: string, place: Place): AsyncIterableIterator<object>;
  /** Tells when a session has ended. @returns what ends the watch */
  watch(session: { sessionId: string; personId: string }, onEnd: () => void): () => void;
  figures(): { isListening: boolean; subscriptions: number };
  stop(): Promise<void>;
}

/** The topic under which triggers announce that rights of a person, or a session, may have ended. */
const PERSON = 'person';
/** A record whose news come faster is told of them together. */
const GAP_MS = 25;
/** After a delivery that failed. */
const FAILED_MS = 1_000;
/** Rights and sessions that end by the clock are found within this time, and so is whatever else nobody announced. */
const RECHECK_MS = 60_000;
/** Deliveries at a time, so that requests find connections, too. */
const AT_ONCE = 4;

/** A record with those who read it. */
interface Topic {
  feed: Feed<unknown>;
  id: string;
  readers: Set<Reader<unknown>>;
  /** Who is to be told something. */
  due: Set<Reader<unknown>>;
  told: Told[];
  isRunning: boolean;
}

interface Watch {
  sessionId: string;
  personId: string;
  onEnd(): void;
}

/** Makes the hub of a node. */
export function createHub(all: Services, viewersOf: ViewersOf): LiveHub {
  // A thread into which many write at once must not keep its readers waiting: the writers, who wait for each other, hold all of the pool.
  const { db } = all;
  const services: Services = { ...all, db: { ...db, rows: (...what) => db.short.rows(...what), row: (...what) => db.short.row(...what) } };
  const topics = new Map<string, Topic>();
  const watches = new Set<Watch>();
  const turns = createTurns(AT_ONCE);
  let listener: Listener | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const deliver = async (topic: Topic): Promise<void> => {
    const asked = [...topic.due].filter((reader) => reader.begin());
    topic.due.clear();
    const told = topic.told.splice(0);
    if (asked.length === 0) return;
    try {
      const viewers = await viewersOf(services, [...new Set(asked.map(({ sessionId }) => sessionId))]);
      const readers = asked.filter((reader) => {
        const viewer = viewers.get(reader.sessionId);
        if (viewer) reader.viewer = viewer;
        else reader.end('UNAUTHENTICATED');
        return viewer !== undefined;
      });
      if (readers.length > 0) await topic.feed.deliver({ id: topic.id, readers, told }, services);
      for (const reader of readers) if (reader.waitsForMore()) topic.due.add(reader);
    } catch (error) {
      for (const reader of asked) {
        reader.missesNext = true;
        if (topic.readers.has(reader)) topic.due.add(reader);
      }
      throw error;
    }
  };

  const run = async (topic: Topic): Promise<void> => {
    if (topic.isRunning) return;
    topic.isRunning = true;
    while (topic.due.size > 0 && !isStopped) {
      const pause = await turns(() => deliver(topic)).then(
        () => GAP_MS,
        (error: unknown) => {
          services.log.warn({ err: error, topic: topic.feed.topic }, 'live news could not be told; trying again');
          return FAILED_MS;
        },
      );
      await wait(pause, undefined, { ref: false });
    }
    topic.isRunning = false;
  };
  const wake = (topic: Topic, readers: Iterable<Reader<unknown>>) => {
    for (const reader of readers) topic.due.add(reader);
    void run(topic);
  };

  /** Asks the rights of one person, or of everybody, anew. */
  const recheck = (personId?: string) => {
    for (const topic of topics.values()) {
      const readers = [...topic.readers].filter((reader) => !personId || reader.personId === personId);
      if (readers.length > 0) wake(topic, readers);
    }
    void endDeadSessions([...watches].filter((watch) => !personId || watch.personId === personId));
  };
  const endDeadSessions = async (some: readonly Watch[]) => {
    if (some.length === 0) return;
    // Where the database is away nobody's session has ended; the next time tells.
    const living = await viewersOf(services, [...new Set(some.map(({ sessionId }) => sessionId))]).catch(() => null);
    if (living) for (const watch of some) if (!living.has(watch.sessionId) && watches.has(watch)) watch.onEnd();
  };
  const heard = ({ topic: name, id, told }: Announcement) => {
    if (name === PERSON) return recheck(id);
    const topic = topics.get(`${name}:${id}`);
    if (!topic) return;
    if (told) topic.told.push(told);
    wake(topic, topic.readers);
  };
  const mayHaveMissed = () => {
    for (const topic of topics.values()) for (const reader of topic.readers) reader.missesNext = true;
    recheck();
  };

  return {
    start(url) {
      listener = startListening(url, { heard, mayHaveMissed }, services.log);
      timer = setInterval(() => recheck(), RECHECK_MS).unref();
    },
    subscribe<Place>(ctx: Asking, feed: Feed<Place>, id: string, place: Place) {
      if (!ctx.me) throw new Refusal('UNAUTHENTICATED');
      const key = `${feed.topic}:${id}`;
      const topic = topics.get(key) ?? { feed: feed as Feed<unknown>, id, readers: new Set(), due: new Set(), told: [], isRunning: false };
      topics.set(key, topic);
      const reader = new Reader<unknown>(ctx.me.sessionId, ctx.me.personId, place, {
        free: (behind) => wake(topic, [behind]),
        left: (gone) => {
          topic.readers.delete(gone);
          topic.due.delete(gone);
          if (topic.readers.size === 0 && topics.get(key) === topic) topics.delete(key);
        },
      });
      topic.readers.add(reader);
      wake(topic, [reader]);
      return reader;
    },
    watch(session, onEnd) {
      const watch = { ...session, onEnd };
      watches.add(watch);
      return () => void watches.delete(watch);
    },
    figures: () => ({
      isListening: listener?.isListening() ?? false,
      subscriptions: [...topics.values()].reduce((sum, { readers }) => sum + readers.size, 0),
    }),
    async stop() {
      isStopped = true;
      clearInterval(timer);
      for (const { readers } of topics.values()) for (const reader of [...readers]) await reader.return();
      await listener?.stop();
    },
  };
}

/** Lets so many do their work at a time, the others in the order in which they came. */
function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Who waited takes the place over.
      if (next) next();
      else running -= 1;
    }
  };
}
