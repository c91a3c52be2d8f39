import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startMark } from './processes.js';

interface Holder {
  pid: number;
  mark: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' ? { pid: holder.pid, mark: String(holder.mark ?? '') } : undefined;
  } catch {
    return undefined;
  }
}

/** The process that holds a lock file; undefined where nobody does or its holder is dead (a number reused by a later process is not the holder). */
export function lockHolder(file: string): number | undefined {
  const holder = readHolder(file);
  return holder !== undefined && isAlive(holder.pid) && startMark(holder.pid) === holder.mark ? holder.pid : undefined;
}

/**
 * Takes a lock file, or says who has it.
 * @returns the number of the living process that holds it, or undefined when it is ours now
 */
export function takeLock(file: string): number | undefined {
  const mine = `${file}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, mark: startMark(process.pid) }), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, file); // Fails if it exists, in one step: of two starts at once one gets it.
        return undefined;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = lockHolder(file);
      if (holder !== undefined) return holder;
      moveStaleLockAway(file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves a dead holder's lock away; gives it back where another process took the lock between our look and our move. */
function moveStaleLockAway(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (lockHolder(aside) !== undefined) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/** Gives our lock back; leaves another's alone. */
export function releaseLock(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}
