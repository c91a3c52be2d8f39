// Where tests keep what they make: databases, files, profiles of browsers.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const PREFIX = 'stoa-run-';
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

/** Milliseconds without a new suite after which a run is over for certain. Its process says nothing: it may be one of another container. */
const LONGEST_RUN = 12 * 3_600_000;

/** Removes what one's own runs left that were killed: in memory it would take that away until the next start of the machine. */
function removeAbandoned(place) {
  for (const name of readdirSync(place).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(place, name);
    const { uid, mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (uid === process.getuid?.() && Date.now() - mtimeMs > LONGEST_RUN) removeFolder(folder);
  }
}

/** What cannot be removed is no reason to fail. */
function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.error(`${folder} could not be removed: ${error.message}`);
  }
}

/**
 * A folder for temporary files of one run. A run makes hundreds of databases of which nothing must last, so they lie in memory where that
 * has room: to have them written to a disk takes a fifth of all the work.
 * @param isLarge whether the run makes files of gigabytes, which then go to the disk
 * @returns the folder, and how to remove it
 */
export function testFolder(isLarge) {
  for (const place of [MEMORY, tmpdir()]) if (existsSync(place)) removeAbandoned(place);
  const folder = mkdtempSync(join(!isLarge && hasMemory() ? MEMORY : tmpdir(), PREFIX));
  // PostgreSQL's account enters it, too, where tests run as root.
  chmodSync(folder, 0o755);
  return { folder, remove: () => removeFolder(folder) };
}
