import { setTimeout as wait } from 'node:timers/promises';

/** What must work before requests are sent here, by name. */
type Checks = Readonly<Record<string, () => Promise<boolean>>>;

/** The answer of `/readyz`. */
interface Report {
  ready: boolean;
  /** `ready`, `stopping`, or what is missing first. */
  status: string;
  checks: Record<string, 'ok' | 'failed'>;
}

/** Whether this process should be sent requests. */
export interface Readiness {
  /** From now on it should not: it stops. */
  stopping(): void;
  report(): Promise<Report>;
}

/** A check that hangs has failed. */
const PATIENCE_MS = 3_000;

/** Asks all checks together. */
export function createReadiness(checks: Checks): Readiness {
  let isStopping = false;
  const passes = (check: () => Promise<boolean>) =>
    Promise.race([check().catch(() => false), wait(PATIENCE_MS, false, { ref: false })]).then((ok) => (ok ? 'ok' : 'failed'));
  return {
    stopping() {
      isStopping = true;
    },
    async report() {
      if (isStopping) return { ready: false, status: 'stopping', checks: {} };
      const asked = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const));
      const failed = asked.find(([, how]) => how === 'failed')?.[0];
      return { ready: !failed, status: failed ? `${failed} unavailable` : 'ready', checks: Object.fromEntries(asked) };
    },
  };
}
