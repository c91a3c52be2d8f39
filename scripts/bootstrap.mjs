// Makes a bare clone ready: the right Node, and what the lock file lists. Plain Node without any package, since there are none yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NPM_SETTINGS_KEPT = /^npm_config_(registry|cache|userconfig|globalconfig|https?_proxy|proxy|noproxy|cafile|strict_ssl)$/i;

/** Ends the process with one clear line where this Node is too old. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || (major === 24 && minor >= 11) || major > 24;
  if (fits) return;
  console.error(`Stoa needs Node 20.19 or later, 22.13 or later, or 24.11 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What an install depends on: the lock file, the machine, and Node's binary interface. */
function fingerprint(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}`;
}

/** Whether `npm install`, run by hand, has put there exactly what the lock file lists. npm writes its own list last. */
function installedByHand(folder) {
  const file = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(file, 'utf8')).packages;
  const agrees = ([path, entry]) => entry.optional || !path.includes('node_modules/') || entry.version === found[path]?.version;
  return Object.entries(wanted).every(agrees) && Object.entries(found).every(([path, { version }]) => wanted[path]?.version === version);
}

/** How many packages lie unpacked in the first level of node_modules; npm makes all folders first and fills them later. */
function countInstalled(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return 0;
  const list = (path) => readdirSync(path).filter((name) => !name.startsWith('.'));
  const names = list(modules).flatMap((name) =>
    name.startsWith('@') ? list(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return names.filter((name) => existsSync(join(modules, name, 'package.json'))).length;
}

/** How many there will be on this machine. */
function countWanted(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const fits = (list, here) => list === undefined || list.includes(here);
  return Object.entries(packages).filter(
    ([path, entry]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && fits(entry.os, process.platform) && fits(entry.cpu, process.arch),
  ).length;
}

/** The npm that started us, else the one beside this Node, else the one on the path. */
function npmCommand() {
  const given = process.env.npm_execpath;
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (given && basename(given) === 'npm-cli.js' && existsSync(given)) return [process.execPath, given];
  if (existsSync(beside)) return [process.execPath, beside];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function runNpm(folder, onTick) {
  const [command, ...before] = npmCommand();
  // Settings of the npm that runs us (omit, workspace, ignore-scripts …) would change what is installed.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || NPM_SETTINGS_KEPT.test(name)));
  return new Promise((resolve) => {
    const args = [...before, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], shell: command.endsWith('.cmd') });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    const ticker = setInterval(onTick, process.stdout.isTTY ? 500 : 5000);
    const onEnd = (code, extra = '') => {
      clearInterval(ticker);
      resolve({ code, output: output + extra });
    };
    child.on('error', (error) => onEnd(1, error.message));
    child.on('close', (code) => onEnd(code ?? 1));
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while no other process installs into the folder. */
async function alone(folder, work) {
  const lock = join(folder, '.install-lock');
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (!told) console.log(`Another process (${holder || 'just starting'}) is installing; waiting for it.`);
    told = true;
    await wait(300);
  }
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Installs what a folder's lock file lists, unless that was done before. A failure ends the process with 1. */
async function install(folder, what) {
  const stamp = join(folder, 'node_modules', '.stoa-installed');
  const wanted = fingerprint(folder);
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isDone()) return;
  await alone(folder, async () => {
    if (isDone()) return;
    if (existsSync(stamp) || !installedByHand(folder)) await installNow(folder, what);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

async function installNow(folder, what) {
  const began = performance.now();
  const total = countWanted(folder);
  const seconds = () => Math.round((performance.now() - began) / 1000);
  console.log(`Installing ${what}: ${total} packages …`);
  const tick = () => {
    const line = `  ${seconds()} s, ${Math.min(countInstalled(folder), total)} of ${total} packages`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`);
  };
  const { code, output } = await runNpm(folder, tick);
  if (process.stdout.isTTY) process.stdout.write('\n');
  if (code !== 0) {
    console.error(output.trim());
    console.error(
      `Installing ${what} failed after ${seconds()} s (npm ended with ${code}); mend what it says above and run the command again.`,
    );
    process.exit(1);
  }
  console.log(`Installed ${what} in ${seconds()} s.`);
}

/** What every command needs: a fitting Node, the packages of the root workspace, the settings of a `.env` file. */
export async function bootstrap() {
  checkNode();
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  await install(root, 'what Stoa needs');
}

/** What tests and checks need besides. */
export async function installTests() {
  await install(join(root, 'tests'), 'what tests need');
}

/** What benchmarks need besides. */
export async function installBench() {
  await install(join(root, 'bench'), 'what benchmarks need');
}
