// Where tests keep what they make: databases, files, profiles of browsers.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Bytes: six times what the suites have made and not yet removed at most, so that the programs have room, too. */
const NEEDED = 4 * 1024 ** 3;

/** Whether files can lie in memory: where Linux has a file system there that programs may be started from, and there is room. */
function hasMemory() {
  if (process.platform !== 'linux') return false;
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const [, , type, options] = mounts.map((line) => line.split(' ')).find(([, place]) => place === MEMORY) ?? [];
  if (type !== 'tmpfs' || options.split(',').includes('noexec')) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, freemem()) > NEEDED;
}

/** Removes what runs left there that were killed: in memory it would take that away until the next start of the machine. */
function removeAbandoned(place) {
  for (const name of readdirSync(place)) {
    const [, pid] = /^stoa-run-(\d+)-/.exec(name) ?? [];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/**
 * A folder for temporary files of one run. A run makes hundreds of databases of which nothing must last, so they lie in memory where that
 * has room: to have them written to a disk takes a fifth of all the work.
 * @param isLarge whether the run makes files of gigabytes, which then go to the disk
 * @returns the folder, and how to remove it
 */
export function testFolder(isLarge) {
  const inMemory = hasMemory();
  if (inMemory) removeAbandoned(MEMORY);
  const folder = mkdtempSync(join(!isLarge && inMemory ? MEMORY : tmpdir(), `stoa-run-${process.pid}-`));
  // PostgreSQL's account enters it, too, where tests run as root.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
