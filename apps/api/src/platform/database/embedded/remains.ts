import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { greet, readPostmaster, type Cluster } from './cluster.js';
import { commandOf, isAlive, processesIn, signal, waitForEnd } from './processes.js';

/** Whether a process is the server of this cluster; a number in an old pid file may belong to anybody by now. */
function isServerOf(pid: number, data: string): boolean {
  return isAlive(pid) && commandOf(pid).includes(data);
}

/**
 * Clears the way for a start: waits until nothing of an ended server works in the cluster, and removes its pid file where PostgreSQL
 * would take it for a running one, because another program has its number now or because nobody has collected it yet.
 */
export async function clearRemains(data: string): Promise<void> {
  const left = readPostmaster(data);
  if (left === undefined || isServerOf(left.pid, data)) return;
  const deadline = performance.now() + 10_000;
  while (processesIn(data).length > 0) {
    if (performance.now() > deadline) for (const pid of processesIn(data)) signal(pid, 'SIGKILL');
    await wait(20);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Without its password nobody can use a server that runs, and a new password needs the cluster for itself. */
export async function endIfPasswordIsLost(folder: string, log: (line: string) => void): Promise<void> {
  const data = join(folder, 'cluster');
  const left = readPostmaster(data);
  if (left !== undefined && isServerOf(left.pid, data) && !existsSync(join(folder, 'password'))) await end(left.pid, log);
  await clearRemains(data);
}

/** The server that a killed Stoa left behind, if it is healthy; otherwise it is ended. */
export async function adopt(cluster: Cluster, log: (line: string) => void): Promise<{ pid: number; port: number } | undefined> {
  const deadline = performance.now() + 60_000;
  let refusals = 0;
  for (;;) {
    const left = readPostmaster(cluster.data);
    if (left === undefined || !isServerOf(left.pid, cluster.data)) return undefined;
    if (left.status === 'ready') {
      try {
        await greet(cluster, left.port);
        log(`Took over the database server that an earlier start left behind (process ${left.pid}).`);
        return left;
      } catch {
        refusals += 1;
      }
    }
    if (refusals === 3 || performance.now() > deadline) {
      log(`Replacing a database server that does not answer (process ${left.pid}).`);
      await end(left.pid, log);
      return undefined;
    }
    await wait(100);
  }
}

/** Ends a server: politely, then at once, then by force. */
export async function end(pid: number, log: (line: string) => void): Promise<void> {
  for (const [name, ms] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name);
    if (await waitForEnd(pid, ms)) return;
    log(`The database server (process ${pid}) did not end on ${name}.`);
  }
}
