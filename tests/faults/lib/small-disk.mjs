// Disks of a few megabytes, to be filled. Only root can make them, and only on Linux.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a small disk at a folder. @returns it; null where this machine or account cannot make one */
export function openSmallDisk(folder, megabytes) {
  if (process.platform !== 'linux') return null;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  if (status !== 0) return null;
  chmodSync(folder, 0o755);
  const filler = join(folder, 'filler');
  return {
    folder,
    /** Takes all the room there is but so many bytes. */
    fill(left = 0) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    free: () => rmSync(filler, { force: true }),
    close: () => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' }),
  };
}
