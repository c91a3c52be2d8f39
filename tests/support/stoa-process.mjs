import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../apps/api/bundle/main.js');

/** The environment without what belongs to the tests' own program, but with the mark of the run. */
function plainEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name === 'STOA_TEST_RUN' || !/^(STOA_|DATABASE_|JEST_|NODE_|PORT$|HOST$)/.test(name)),
  );
}

/**
 * Starts the built program as its own process and waits for the line that says it is ready.
 * @param {{ dataDir: string, env?: Record<string, string>, running?: string }} options `running`: a folder that names the processes which have not ended
 */
export async function startStoa({ dataDir, env = {}, running }) {
  const clock = join(dataDir, 'clock.sock');
  const handle = env.STOA_DEMO === 'on' ? { STOA_TEST_CLOCK: clock } : {};
  mkdirSync(dataDir, { recursive: true });
  const child = spawn(process.execPath, [main], {
    cwd: dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...plainEnvironment(),
      STOA_DATA: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
      ...handle,
      ...env,
    },
  });
  const note = running && child.pid ? join(running, String(child.pid)) : undefined;
  if (note) {
    mkdirSync(running, { recursive: true });
    writeFileSync(note, '');
  }
  let output = '';
  let exit;
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, signal: null, error }));
    child.on('close', (code, signal) => resolve({ code, signal }));
  }).then((how) => {
    if (note) rmSync(note, { force: true });
    return (exit = how);
  });
  const url = await new Promise((resolve) => {
    const read = (data) => {
      output += data;
      const ready = /Stoa is ready at (\S+)/.exec(output);
      if (ready) resolve(ready[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => resolve(undefined));
  });
  const program = {
    url,
    pid: child.pid,
    ended,
    output: () => output,
    /** Ends it as an operator would and waits until it has gone. */
    async stop() {
      if (!exit) child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      return ended;
    },
    /** Moves the program's clock. */
    moveClock: (instant) => tell(clock, instant),
  };
  return program;
}

function tell(socketPath, instant) {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, method: 'PUT', path: '/' }, (res) => {
      res.resume();
      res.on('end', () => (res.statusCode === 204 ? resolve() : reject(new Error(`The clock answered ${res.statusCode}`))));
    });
    call.on('error', reject);
    call.end(instant);
  });
}
