// Servers of others that stand beside Stoa: found where the system has them, started on loopback, killed and started again.
import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where systems keep servers beside what `PATH` names. */
const MORE_PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin'];
const PATIENCE = 30_000;

/** @returns the full path of a program; undefined where this system has none */
export function findProgram(name) {
  const places = [...(process.env.PATH ?? '').split(':'), ...MORE_PLACES];
  return places.map((place) => join(place, name)).find((path) => existsSync(path));
}

/** Whether somebody listens on a port of loopback. */
export function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const tell = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
  });
}

/** A server that can be killed and started again at the same port. */
export class Daemon {
  #child;
  #ended;

  /** @param {{ command: string, args: string[], port: number, folder: string, account?: { uid: number, gid: number } }} options */
  constructor(options) {
    this.options = options;
    this.port = options.port;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Starts it and waits until it takes connections. */
  async start() {
    const { command, args, folder, account } = this.options;
    const output = openSync(join(folder, 'server.log'), 'a', 0o600);
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', output, output], ...account });
    closeSync(output);
    let isOver = false;
    this.#child = child;
    // Whoever ends without having ended it leaves nothing behind.
    process.once('exit', () => child.kill('SIGKILL'));
    this.#ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve)).then(() => (isOver = true));
    for (const deadline = performance.now() + PATIENCE; !(await isOpen(this.port)); await wait(10))
      if (isOver || performance.now() > deadline) throw new Error(`${command} did not start, see ${folder}/server.log`);
  }

  /** Sends it a signal and waits until it has gone. */
  async end(signal) {
    this.#child?.kill(signal);
    await this.#ended;
  }

  kill() {
    return this.end('SIGKILL');
  }

  stop() {
    return this.end('SIGTERM');
  }

  /** Sends a signal and waits for nothing. */
  signal(name) {
    this.#child?.kill(name);
  }
}

/** A folder and files in it that an account can read. @param files names and contents */
export function preparedFolder(folder, account, files = {}) {
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  });
  if (account) for (const path of [folder, ...paths]) chownSync(path, account.uid, account.gid);
}
