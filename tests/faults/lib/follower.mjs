// A PostgreSQL that nobody starts again by itself: copied from a running one, it follows that until it is promoted.
import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { program, readPostmaster } from '../../../apps/api/dist/platform/database/embedded/cluster.js';
import { packagedBinaries, serverAccount, usableBinaries } from '../../../apps/api/dist/platform/database/embedded/places.js';
import { Daemon } from '../../support/daemon.mjs';

/** What belongs to the copied server alone. */
const NOT_COPIED = ['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_stat_tmp'];
const PATIENCE = 60_000;

/** Copies the server at an address while it works, and follows it at a port of its own under the name `standby`. */
export async function follow(source, folder, port) {
  const data = join(folder, 'cluster');
  const account = serverAccount(data);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await copyCluster(source, data);
  if (account)
    for (const path of ['', ...readdirSync(folder, { recursive: true })]) chownSync(join(folder, path), account.uid, account.gid);
  const { hostname, port: sourcePort, username, password } = new URL(source);
  const settings = {
    primary_conninfo: `host=${hostname} port=${sourcePort} user=${username} password=${password} application_name=standby`,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    // One that was away for a while finds what it missed.
    wal_keep_size: '1GB',
  };
  const url = new URL(source);
  url.port = String(port);
  const server = new Server(url.href, data, {
    command: program(
      usableBinaries(packagedBinaries(), account, () => undefined),
      'postgres',
    ),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    folder,
    port,
    account,
  });
  await server.start();
  return server;
}

class Server {
  constructor(url, data, options) {
    this.url = url;
    this.data = data;
    this.daemon = new Daemon(options);
  }

  get port() {
    return this.daemon.port;
  }

  /** Starts it, however long its recovery takes; what a killed one has left needs a moment to go. */
  async start() {
    for (const deadline = performance.now() + PATIENCE; ; await wait(100)) {
      try {
        await this.daemon.start();
        while (!this.isReady()) {
          if (performance.now() > deadline) throw new Error(`PostgreSQL in ${this.data} does not become ready`);
          await wait(10);
        }
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
    }
  }

  isReady() {
    const said = readPostmaster(this.data);
    return said?.pid === this.daemon.pid && said.status === 'ready';
  }

  kill() {
    return this.daemon.kill();
  }

  stop() {
    return this.daemon.end('SIGQUIT');
  }

  /** Runs one statement. @returns its rows */
  async sql(text, values = [], database = 'postgres') {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  promote() {
    return this.sql('SELECT pg_promote()');
  }

  /** From now on acknowledges only what its follower has on its disk, too. */
  async waitForFollower() {
    const isThere = async (state) =>
      (
        await this.sql(
          "SELECT 1 FROM pg_stat_replication WHERE application_name = 'standby' AND state = 'streaming' AND sync_state = ANY ($1)",
          [state],
        )
      ).length > 0;
    while (!(await isThere(['async', 'sync']))) await wait(20);
    await this.sql("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await this.sql('SELECT pg_reload_conf()');
    while (!(await isThere(['sync']))) await wait(20);
  }
}

/** A copy as the low-level backup functions make it; a file that goes away meanwhile is one that the log has. */
async function copyCluster(source, data) {
  const client = new pg.Client({ connectionString: source });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('standby', true)");
    const { rows: places } = await client.query("SELECT current_setting('data_directory') AS place");
    await new Promise((resolve) => spawn('cp', ['-R', places[0].place, data], { stdio: 'ignore' }).once('close', resolve));
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    for (const name of NOT_COPIED) rmSync(join(data, name), { recursive: true, force: true });
    for (const name of NOT_COPIED) if (!name.startsWith('postmaster')) mkdirSync(join(data, name), { mode: 0o700 });
    writeFileSync(join(data, 'backup_label'), rows[0].labelfile);
    writeFileSync(join(data, 'standby.signal'), '');
    // What the copied one waits for is no matter of the copy.
    writeFileSync(join(data, 'postgresql.auto.conf'), '');
  } finally {
    await client.end();
  }
}
