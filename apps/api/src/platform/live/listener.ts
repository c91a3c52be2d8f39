import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { connectAlone } from '../database/connection.js';
import type { Logger } from '../logger.js';
import { CHANNEL, readAnnouncement, type Announcement } from './channel.js';

/** The longest pause between two tries to listen again. */
const LONGEST_PAUSE_MS = 5_000;

/** The one connection on which a node hears of changes. */
export interface Listener {
  isListening(): boolean;
  stop(): Promise<void>;
}

/** What is done with what is heard. */
export interface Hearing {
  heard(announcement: Announcement): void;
  /** Something may have been missed: the connection was away. */
  mayHaveMissed(): void;
}

/**
 * Listens, and listens again by itself where the connection breaks. It begins in the background: without it nothing comes live, but
 * everything else works.
 * @param url a direct connection: poolers do not pass notifications on
 */
export function startListening(url: string, hearing: Hearing, log: Logger): Listener {
  const stopping = new AbortController();
  let client: pg.Client | null = null;
  const listenUntilBroken = async () => {
    const opened = await connectAlone(url, 'stoa live');
    const broken = new Promise<void>((resolve) => opened.once('end', resolve).once('error', () => resolve()));
    opened.on('notification', ({ payload }) => {
      const announcement = readAnnouncement(payload ?? '');
      if (announcement) hearing.heard(announcement);
    });
    await opened.query(`LISTEN ${CHANNEL}`);
    client = opened;
    hearing.mayHaveMissed();
    await broken;
  };
  const keepListening = async () => {
    for (let tries = 0; !stopping.signal.aborted;) {
      try {
        await listenUntilBroken();
        tries = 0;
        if (!stopping.signal.aborted) log.warn('the connection for live messages broke; opening another');
      } catch (error) {
        if (tries === 0) log.warn({ err: error }, 'no connection for live messages; trying again');
      }
      const ended = client as pg.Client | null;
      client = null;
      await ended?.end().catch(() => undefined);
      // Nodes that lost the same server do not come back in step.
      const pause = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** tries++) * (0.5 + Math.random() / 2);
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const kept = keepListening();
  return {
    isListening: () => client !== null,
    async stop() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await kept;
    },
  };
}
