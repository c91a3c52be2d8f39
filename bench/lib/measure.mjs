// Short rounds in turn, so that what else the machine does falls on all alike.
import autocannon from 'autocannon';
import { cpuOf, cpuOfChildren } from './processes.mjs';

export const CONNECTIONS = 32;
/** Long enough for V8 to compile what is hot and for PostgreSQL to settle on its plans. */
const WARM_UP_SECONDS = 8;

/** One round against one server. */
async function round({ url, requests, pid, postgres }, seconds, connections) {
  const before = { node: cpuOf(pid), postgres: cpuOfChildren(postgres) };
  const result = await autocannon({ url, connections, duration: seconds, requests });
  const answered = result['2xx'];
  return {
    rps: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    node: (cpuOf(pid) - before.node) / Math.max(1, answered),
    postgres: (cpuOfChildren(postgres) - before.postgres) / Math.max(1, answered),
    errors: result.errors + result.non2xx + result.timeouts,
    answered,
  };
}

/** Measures several servers in interleaved rounds. @returns for each name its rounds, without the first, which warms up */
export async function interleave(servers, { rounds, seconds, connections = CONNECTIONS }) {
  const results = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let turn = 0; turn <= rounds; turn++) {
    for (const [name, server] of Object.entries(servers)) {
      const measured = await round(server, turn === 0 ? WARM_UP_SECONDS : seconds, connections);
      if (turn > 0) results[name].push(measured);
    }
  }
  return results;
}

/** The value below which the share `q` of the values lies. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
}

/** Median of one measure over the rounds. */
export const median = (rounds, key) =>
  quantile(
    rounds.map((r) => r[key]),
    0.5,
  );

/** Ratios of throughput, round by round: neighbours in time are compared. */
export function ratios(rounds, limitRounds) {
  const all = rounds.map((r, index) => r.rps / limitRounds[index].rps);
  return { ratio: quantile(all, 0.5), q1: quantile(all, 0.25), q3: quantile(all, 0.75) };
}
