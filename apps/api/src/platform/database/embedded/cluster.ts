import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { run, type Account } from './processes.js';

/** The one role and database of the embedded server. */
export const ROLE = 'stoa';

/** Everything about a database folder that does not change while the server runs. */
export interface Cluster {
  /** holds the cluster, the password, the lock and the log */
  folder: string;
  /** PostgreSQL's own data directory */
  data: string;
  /** the folder with bin, lib, share */
  binaries: string;
  account: Account | undefined;
  /** such as "18.4" */
  version: string;
  password: string;
}

/** A program of PostgreSQL, with its full path. */
export function program(binaries: string, name: 'initdb' | 'postgres'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The last lines of a program's output, in one line. */
function gist(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ').slice(-400);
}

async function readVersion(binaries: string, account: Account | undefined, cwd: string): Promise<string> {
  const { code, output } = await run(program(binaries, 'postgres'), ['--version'], { account, cwd });
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)*)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) throw new EmbeddedDatabaseError(`PostgreSQL in ${binaries} does not run: ${gist(output)}`);
  return version;
}

function writePassword(file: string, account: Account | undefined): string {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account !== undefined) chownSync(file, account.uid, account.gid); // initdb reads it as the server's account.
  return password;
}

/** Makes a new cluster: UTF-8, sorted by ICU, passwords for every connection. It gets its name only once it is whole. */
async function createCluster(cluster: Omit<Cluster, 'password'>, passwordFile: string, sync: boolean): Promise<void> {
  const unfinished = `${cluster.data}.new`;
  // C.UTF-8 knows letters beyond ASCII for what ICU does not reach (trigrams before PostgreSQL 18); not every system has it.
  const letterTypes = process.platform === 'win32' ? ['C'] : process.platform === 'darwin' ? ['UTF-8', 'C'] : ['C.UTF-8', 'C.utf8', 'C'];
  let output = '';
  for (const letters of letterTypes) {
    rmSync(unfinished, { recursive: true, force: true });
    const args = [`--pgdata=${unfinished}`, `--username=${ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
    args.push('--locale-provider=icu', '--icu-locale=und', '--locale=C', `--lc-ctype=${letters}`, ...(sync ? [] : ['--no-sync']));
    const result = await run(program(cluster.binaries, 'initdb'), args, { account: cluster.account, cwd: cluster.folder });
    if (result.code === 0) {
      renameSync(unfinished, cluster.data);
      return;
    }
    output = result.output;
    if (!output.includes('locale')) break;
  }
  throw new EmbeddedDatabaseError(`A new database could not be made in ${cluster.folder}: ${gist(output)}`);
}

/** Gives the role a new password without asking for the old one: the server runs alone, on its standard input. */
export async function resetPassword(cluster: Omit<Cluster, 'password'>, password: string): Promise<void> {
  const { code, output } = await run(program(cluster.binaries, 'postgres'), ['--single', '-D', cluster.data, 'postgres'], {
    account: cluster.account,
    cwd: cluster.folder,
    input: `ALTER ROLE ${ROLE} PASSWORD '${password}'\n`,
  });
  if (code !== 0 || /ERROR|FATAL/.test(output))
    throw new EmbeddedDatabaseError(`The database's password in ${cluster.folder} is lost and could not be renewed: ${gist(output)}`);
}

/**
 * Opens the cluster of a database folder, making it if there is none.
 * @param sync whether a new cluster is written through to disk
 * @throws EmbeddedDatabaseError where the folder belongs to another major version of PostgreSQL or to another user
 */
export async function openCluster(folder: string, binaries: string, account: Account | undefined, sync: boolean): Promise<Cluster> {
  const data = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const version = await readVersion(binaries, account, folder);
  const cluster = { folder, data, binaries, account, version };
  if (!existsSync(data)) {
    const password = writePassword(passwordFile, account);
    await createCluster(cluster, passwordFile, sync);
    return { ...cluster, password };
  }
  const made = readClusterFile(data, 'PG_VERSION').trim();
  const major = version.split('.')[0];
  if (made !== major) {
    throw new EmbeddedDatabaseError(
      `The database in ${folder} was made by PostgreSQL ${made}, and this Stoa brings PostgreSQL ${major}: make a backup with the Stoa that made it and restore it here, or choose another folder with STOA_DATA.`,
    );
  }
  if (existsSync(passwordFile)) return { ...cluster, password: readFileSync(passwordFile, 'utf8').trim() };
  const password = writePassword(passwordFile, account);
  try {
    await resetPassword(cluster, password);
  } catch (error) {
    rmSync(passwordFile, { force: true });
    throw error;
  }
  return { ...cluster, password };
}

function readClusterFile(data: string, name: string): string {
  try {
    return readFileSync(join(data, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES')
      throw new EmbeddedDatabaseError(
        `The database in ${data} belongs to another user; start Stoa as that user, or choose another folder with STOA_DATA.`,
      );
    throw new EmbeddedDatabaseError(
      `The database in ${data} is damaged: ${name} cannot be read (${code}); restore a backup into another folder.`,
    );
  }
}

/** What a running server says of itself in its pid file. */
export interface Postmaster {
  pid: number;
  port: number;
  /** "starting", "ready", "stopping" … */
  status: string;
}

/** The server that the cluster's pid file names, alive or not; undefined where there is none. */
export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0, status: (lines[7] ?? '').trim() } : undefined;
}

/** The connection address of a database on the embedded server. */
export function addressOf(cluster: Cluster, port: number, database: string = ROLE): string {
  return `postgres://${ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server on `port` takes our password and serves this very cluster; creates the database of Stoa where it is missing. */
export async function greet(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(cluster, port, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // A connection lost after the last answer says nothing new.
  try {
    await client.connect();
    const { rows } = await client.query<{ data: string; exists: boolean }>(
      `SELECT current_setting('data_directory') AS data, EXISTS (SELECT FROM pg_database WHERE datname = $1) AS exists`,
      [ROLE],
    );
    if (rows[0]?.data !== cluster.data) throw new EmbeddedDatabaseError(`Port ${port} belongs to another database.`);
    if (!rows[0].exists) {
      await client.query(`CREATE DATABASE ${ROLE}`).catch((error: { code?: string }) => {
        if (error.code !== '42P04') throw error; // Another start was first.
      });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
