import { spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, openSync, closeSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { program, readPostmaster } from '../platform/database/embedded/cluster.js';
import { packagedBinaries, serverAccount, usableBinaries } from '../platform/database/embedded/places.js';
import { freePort, isAlive, serverEnvironment, signal, waitForEnd } from '../platform/database/embedded/processes.js';

/** A server that follows another one. */
export interface Standby {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** What belongs to the primary alone. */
const NOT_COPIED = new Set(['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_stat_tmp']);

/**
 * Copies a running embedded server and follows it. The package brings no pg_basebackup, and the embedded server's own start greets
 * with a statement that a standby refuses.
 * @param primary its address and database folder
 * @param settings of postgresql.conf
 */
export async function startStandby(
  primary: { url: string; folder: string },
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Standby> {
  const data = join(folder, 'cluster');
  mkdirSync(folder, { recursive: true });
  await copyCluster(primary, data);
  const account = serverAccount(join(primary.folder, 'cluster'));
  if (account) handOver(folder, account);
  const { hostname, port: primaryPort, username, password } = new URL(primary.url);
  const port = await freePort(0);
  const given = {
    ...settings,
    hot_standby: 'on',
    primary_conninfo: `host=${hostname} port=${primaryPort} user=${username} password=${password} application_name=standby`,
    fsync: 'off',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
  };
  const binaries = usableBinaries(packagedBinaries(), account, () => undefined);
  const output = openSync(join(folder, 'server.log'), 'a', 0o600);
  const child = spawn(
    program(binaries, 'postgres'),
    ['-D', data, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: folder, env: serverEnvironment(), stdio: ['ignore', output, output], ...account },
  );
  closeSync(output);
  const pid = child.pid ?? 0;
  while (readPostmaster(data)?.status !== 'ready') {
    if (!isAlive(pid)) throw new Error(`The standby did not start, see ${folder}/server.log`);
    await wait(20);
  }
  const url = new URL(primary.url);
  url.port = String(port);
  return {
    url: url.href,
    port,
    async stop() {
      signal(pid, 'SIGINT');
      await waitForEnd(pid, 30_000);
    },
  };
}

/** A copy as the low-level backup functions make it. */
async function copyCluster(primary: { url: string; folder: string }, data: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('standby', true)");
    const from = join(primary.folder, 'cluster');
    mkdirSync(data, { mode: 0o700 });
    for (const name of readdirSync(from)) if (!NOT_COPIED.has(name)) cpSync(join(from, name), join(data, name), { recursive: true });
    for (const name of NOT_COPIED) if (!name.startsWith('postmaster')) mkdirSync(join(data, name), { recursive: true });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
    writeFileSync(join(data, 'standby.signal'), '');
    // What was written while the copy was made comes from the primary's log.
    rmSync(join(data, 'postgresql.auto.conf'), { force: true });
    writeFileSync(join(data, 'postgresql.auto.conf'), '');
  } finally {
    await client.end();
  }
}

function handOver(path: string, account: { uid: number; gid: number }): void {
  chownSync(path, account.uid, account.gid);
  for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' })) chownSync(join(path, file), account.uid, account.gid);
}
