import { POOL_SIZE } from '../database/database.js';

/** Says whether one more request may begin. */
export interface LoadShedder {
  /** False where the process is behind already: answer 503 before any work. */
  admits(): boolean;
  /** Work on a request begins. @returns what says that it has ended */
  enter(): () => void;
  stop(): void;
}

/** When to turn requests away. */
export interface SheddingLimits {
  /** Requests that may be worked on at once; more would only wait for a database connection, and for each other. */
  inFlight: number;
  /** How late the event loop may run, in milliseconds, … */
  lateMs: number;
  /** … while this many are worked on. With fewer it is another program that takes the machine's time, and turning readers away would not help. */
  inFlightLate: number;
  /** The same holds while that many have been worked on for longer than this, in milliseconds: whoever came now would wait as long. */
  slowMs: number;
}

/** Well beyond what an orderly hour needs: the promise is an answer, or a refusal, within a second. While late or slow, no more than there are connections. */
export const SHEDDING: SheddingLimits = { inFlight: 100, lateMs: 250, inFlightLate: POOL_SIZE, slowMs: 1_000 };

const LOOK_MS = 100;

/** Tells how many milliseconds late the event loop ran; tests tell what they like. */
export type Lateness = (tell: (lateMs: number) => void) => { stop(): void };

/** A timer that comes late says how late everything is; while the loop stands still, nobody could ask anyway. */
const byTimer: Lateness = (tell) => {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    tell(Math.max(0, now - last - LOOK_MS));
    last = now;
  }, LOOK_MS).unref();
  return { stop: () => clearInterval(timer) };
};

/** Turns requests away while the process is overloaded, so that those let in are answered in time and it recovers at once. */
export function createLoadShedder(
  limits: SheddingLimits = SHEDDING,
  lateness: Lateness = byTimer,
  now: () => number = () => performance.now(),
): LoadShedder {
  /** When each began, the oldest first. */
  const inFlight = new Set<{ began: number }>();
  let lateMs = 0;
  const { stop } = lateness((late) => {
    lateMs = late;
  });
  const areSlow = (): boolean => {
    let left = limits.inFlightLate;
    for (const { began } of inFlight) {
      if (now() - began <= limits.slowMs) return false;
      left -= 1;
      if (left === 0) return true;
    }
    return false;
  };
  return {
    admits() {
      if (inFlight.size < limits.inFlightLate) return true;
      return inFlight.size < limits.inFlight && lateMs <= limits.lateMs && !areSlow();
    },
    enter() {
      const request = { began: now() };
      inFlight.add(request);
      return () => void inFlight.delete(request);
    },
    stop,
  };
}
