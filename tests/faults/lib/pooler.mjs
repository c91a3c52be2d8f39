// A pgbouncer in transaction mode.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../../apps/api/dist/platform/database/embedded/places.js';
import { freePort } from '../../../apps/api/dist/platform/database/embedded/processes.js';
import { Daemon, findProgram, preparedFolder } from '../../support/daemon.mjs';

/** The pooler's program; undefined where the system has none. */
export const POOLER = findProgram('pgbouncer');

/**
 * Starts a pooler before a PostgreSQL on loopback.
 * @param server its address, whose role and password both sides use
 * @param size connections to the server; fewer than a program's, so that its statements land on any of them
 */
export async function startPooler(server, folder, size) {
  const { username, password } = new URL(server);
  const account = serverAccount(folder);
  const port = await freePort(0);
  const file = join(folder, 'pgbouncer.ini');
  const settings = (target) =>
    [
      '[databases]',
      `* = host=127.0.0.1 port=${target}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${join(folder, 'users')}`,
      `admin_users = ${username}`,
      'pool_mode = transaction',
      'max_client_conn = 500',
      `default_pool_size = ${size}`,
      // By default a server that refused once is not tried again for fifteen seconds.
      'server_login_retry = 1',
      '',
    ].join('\n');
  preparedFolder(folder, account, { users: `"${username}" "${password}"\n`, 'pgbouncer.ini': settings(new URL(server).port) });
  const daemon = new Daemon({ command: POOLER, args: [file], port, folder, account });
  await daemon.start();
  return {
    port,
    start: () => daemon.start(),
    kill: () => daemon.kill(),
    stop: () => daemon.stop(),
    /** Sends what comes from now on to another server. */
    async point(target) {
      writeFileSync(file, settings(target));
      await tell(`postgres://${username}:${password}@127.0.0.1:${port}/pgbouncer`, 'RELOAD');
    },
  };
}

/** Gives an order at the pooler's own console, which knows no prepared statements. */
async function tell(url, order) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(order);
  } finally {
    await client.end();
  }
}
