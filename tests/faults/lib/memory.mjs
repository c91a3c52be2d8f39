import { readFileSync } from 'node:fs';

/** Memory that a process holds, in bytes (Linux alone says so; 0 elsewhere). */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Bytes for people. */
export const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
