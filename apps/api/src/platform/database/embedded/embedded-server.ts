import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, greet, openCluster, program, readPostmaster, resetPassword, type Cluster } from './cluster.js';
import { EmbeddedDatabaseError, EmbeddedDatabaseInUseError } from './embedded-error.js';
import { lockHolder, releaseLock, takeLock } from './lock.js';
import { databaseFolder, packagedBinaries, serverAccount, usableBinaries } from './places.js';
import { exitOnSignals, freePort, isAlive, serverEnvironment, signal } from './processes.js';
import { adopt, clearRemains, end, endIfPasswordIsLost } from './remains.js';

/** How to start the embedded PostgreSQL. */
export interface EmbeddedOptions {
  /** the database's own folder; as root it is given to PostgreSQL's account */
  dataDir: string;
  /** receives one line for each thing an operator should know */
  log: (line: string) => void;
  /** absent: the port it had before if that is free, else any free one */
  port?: number;
  /** settings of postgresql.conf; addresses, port and sockets cannot be changed */
  settings?: Record<string, string>;
  /** whether it is spoken to through a socket in its folder, where there are such: less work for each statement than through the network */
  socket?: boolean;
  /** a folder with bin, lib and share of another PostgreSQL; absent: the packaged one */
  binaries?: string;
}

/** A running embedded PostgreSQL, kept running until `stop`. */
export interface EmbeddedServer {
  /** postgres://stoa:…@127.0.0.1:port/stoa, `?host=` a folder where a socket is asked for; stays the same when the server had to be restarted */
  readonly url: string;
  readonly port: number;
  /** such as "18.4" */
  readonly version: string;
  /** changes when the server had to be restarted */
  readonly pid: number;
  /** true where another Stoa owns the server and `stop` leaves it running */
  readonly shared: boolean;
  stop(): Promise<void>;
}

/** Settings for tests: quick, and without any promise after a power cut. */
export const TEST_SETTINGS: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // Suites are many short connections: most statements are planned more often than they are repeated.
  plan_cache_mode: 'force_generic_plan',
};

/** Systems take a socket's path up to 104 bytes, its name among them. */
const LONGEST_SOCKET_FOLDER = 80;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL of a data folder and keeps it running: it is restarted when it dies, and one that an earlier, killed
 * process left behind is taken over if it answers and replaced if not.
 * @throws EmbeddedDatabaseInUseError where another living process has it; EmbeddedDatabaseError with one clear line for anything else
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, log } = options;
  const folder = openFolder(options);
  const lock = join(folder, 'lock');
  const holder = takeLock(lock);
  if (holder !== undefined) throw new EmbeddedDatabaseInUseError(dataDir, holder);
  try {
    const account = serverAccount(join(folder, 'cluster'));
    const binaries = usableBinaries(options.binaries ?? packagedBinaries(), account, log);
    await endIfPasswordIsLost(folder, log);
    const cluster = await openCluster(folder, binaries, account, options.settings?.['fsync'] !== 'off');
    const adopted = await adopt(cluster, log);
    const supervisor = new Supervisor(cluster, options, lock);
    await supervisor.begin(adopted);
    return supervisor;
  } catch (error) {
    releaseLock(lock);
    throw error;
  }
}

/**
 * Joins the embedded server that another Stoa on this machine runs for the data folder, or starts it where none does.
 * The joined server is left running by `stop`.
 */
export async function joinOrStartEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = openFolder(options);
  const deadline = performance.now() + 60_000; // The other one may be recovering from a crash.
  while (lockHolder(join(folder, 'lock')) !== undefined && performance.now() < deadline) {
    const account = serverAccount(join(folder, 'cluster'));
    const running = readPostmaster(join(folder, 'cluster'));
    if (running?.status === 'ready' && existsSync(join(folder, 'password'))) {
      const binaries = usableBinaries(options.binaries ?? packagedBinaries(), account, options.log);
      const cluster = await openCluster(folder, binaries, account, true);
      await greet(cluster, running.port);
      return {
        url: addressOf(cluster, running.port),
        port: running.port,
        version: cluster.version,
        pid: running.pid,
        shared: true,
        stop: async () => undefined,
      };
    }
    await wait(100);
  }
  return startEmbedded(options);
}

function openFolder({ dataDir, log }: EmbeddedOptions): string {
  try {
    return databaseFolder(dataDir, serverAccount(join(dataDir, 'cluster')), log);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw new EmbeddedDatabaseError(`The data folder ${dataDir} cannot be used: ${(error as Error).message}`);
  }
}

class Supervisor implements EmbeddedServer {
  readonly shared = false;
  readonly version: string;
  port = 0;
  pid = 0;
  /** Not of one that was taken over: whoever started it said how it is spoken to. */
  private hasSocket = false;
  private stopping = false;
  private stopped: Promise<void> | undefined;
  private watch: NodeJS.Timeout | undefined;
  private revival: Promise<void> | undefined;
  private readonly logFile: string;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: EmbeddedOptions,
    private readonly lock: string,
  ) {
    this.version = cluster.version;
    this.logFile = join(cluster.folder, 'server.log');
  }

  get url(): string {
    const address = addressOf(this.cluster, this.port);
    return this.hasSocket ? `${address}?host=${encodeURIComponent(this.cluster.folder)}` : address;
  }

  async begin(adopted: { pid: number; port: number } | undefined): Promise<void> {
    process.on('exit', this.onExit);
    exitOnSignals();
    if (adopted === undefined) {
      const noted = join(this.cluster.folder, 'port');
      const before = existsSync(noted) ? Number(readFileSync(noted, 'utf8')) || 0 : 0;
      this.port = this.options.port ?? (await freePort(before));
      await this.launch().catch((error: unknown) => {
        process.off('exit', this.onExit);
        throw error;
      });
      writeFileSync(noted, `${this.port}\n`);
    } else {
      this.pid = adopted.pid;
      this.port = adopted.port;
    }
    this.watch = setInterval(() => this.look(), 250).unref();
  }

  /** Ends the server and gives the folder back; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  private async shutDown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watch);
    if (this.revival !== undefined && this.pid !== 0) signal(this.pid, 'SIGINT');
    await this.revival;
    process.off('exit', this.onExit);
    if (this.pid !== 0) await end(this.pid, this.options.log);
    releaseLock(this.lock);
  }

  /** The process ends without having called `stop`: leave no server behind. */
  private readonly onExit = (): void => {
    if (this.pid !== 0) signal(this.pid, 'SIGINT');
    releaseLock(this.lock);
  };

  private look(): void {
    if (this.revival !== undefined || isAlive(this.pid)) return;
    this.options.log(`The database server (process ${this.pid}) has died; starting it again.`);
    this.revival = this.revive().finally(() => (this.revival = undefined));
  }

  /** Starts the server again until it runs: what stopped it (a full disk, say) may pass. */
  private async revive(): Promise<void> {
    for (let pause = 250; !this.stopping; pause = Math.min(pause * 2, 5000)) {
      try {
        await this.launch();
        this.options.log(`The database server runs again (process ${this.pid}).`);
        return;
      } catch (error) {
        this.options.log((error as Error).message);
        await wait(pause);
      }
    }
  }

  /** Starts the server and waits until it takes connections, however long its recovery needs. */
  private async launch(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await clearRemains(this.cluster.data);
      const from = this.spawnServer();
      if (await this.becomesReady()) {
        if (await this.answers(attempt)) return;
        continue;
      }
      const said = readFileSync(this.logFile).subarray(from).toString('utf8').trim();
      // Sessions of a server that was killed need a moment to notice it.
      if (!said.includes('shared memory block') || attempt === 60) {
        throw new EmbeddedDatabaseError(
          `The database server did not start: ${said.split('\n').slice(-4).join(' ').slice(-600)} (see ${this.logFile})`,
        );
      }
      await wait(250);
    }
  }

  /**
   * Whether the server takes our password. Where it does not, it is ended and given the one we keep: false then means "start it again".
   * @throws EmbeddedDatabaseError for any other trouble, or where the new password did not help either; the server has ended then too
   */
  private async answers(attempt: number): Promise<boolean> {
    try {
      await greet(this.cluster, this.port);
      return true;
    } catch (error) {
      await end(this.pid, this.options.log);
      const refused = (error as { code?: string }).code === '28P01';
      if (!refused || attempt > 1)
        throw new EmbeddedDatabaseError(`The database server started but does not answer: ${(error as Error).message}`);
      this.options.log('The database does not know the password kept beside it; setting it anew.');
      await resetPassword(this.cluster, this.cluster.password);
      return false;
    }
  }

  /** @returns how long the log was before */
  private spawnServer(): number {
    const { cluster, options } = this;
    this.hasSocket = options.socket === true && process.platform !== 'win32' && cluster.folder.length < LONGEST_SOCKET_FOLDER;
    const settings = {
      TimeZone: 'UTC',
      log_timezone: 'UTC',
      log_line_prefix: '%m [%p] ',
      ...options.settings,
      // Last, so that nothing opens it to other hosts.
      listen_addresses: '127.0.0.1',
      unix_socket_directories: this.hasSocket ? this.cluster.folder : '',
      port: String(this.port),
    };
    if (existsSync(this.logFile) && statSync(this.logFile).size > LOG_LIMIT) renameSync(this.logFile, `${this.logFile}.old`);
    // A file, not a pipe: the server outlives us after a kill -9 and must be able to go on writing.
    const output = openSync(this.logFile, 'a', 0o600);
    const from = statSync(this.logFile).size;
    const child = spawn(
      program(cluster.binaries, 'postgres'),
      ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd: cluster.folder,
        env: serverEnvironment(),
        stdio: ['ignore', output, output],
        detached: true, // Ctrl-C reaches us alone; we end the server after our own work.
        ...cluster.account,
      },
    );
    closeSync(output);
    child.on('error', (error) => this.options.log(`The database server did not start: ${error.message}`));
    child.unref();
    this.pid = child.pid ?? 0;
    return from;
  }

  /** Waits for the server's own word that it is ready; false where it ended instead. */
  private async becomesReady(): Promise<boolean> {
    const began = performance.now();
    let told = 0;
    while (this.pid !== 0 && isAlive(this.pid)) {
      const said = readPostmaster(this.cluster.data);
      if (said?.pid === this.pid && said.status === 'ready') return true;
      const seconds = Math.floor((performance.now() - began) / 1000);
      if (seconds >= told + 10) {
        told = seconds;
        this.options.log(`The database server is still recovering, ${seconds} s so far.`);
      }
      await wait(10);
    }
    return false;
  }
}
