import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { chromium, type Browser } from 'playwright-core';
import { startStoa, type StoaProcess } from '../../support/stoa-process.mjs';
import { Visitor, type VisitorOptions } from './visitor.js';
import { databaseEnv, WORLD_ENV, worldsMade } from './worlds.mjs';

/** What the global setup made; it leaves it in the environment. */
interface Made {
  folder: string;
  database: string;
  pictures: string;
  chromium: { executablePath: string; args: string[]; env: Record<string, string> };
}

/** A mail that the program kept instead of sending it. */
export interface KeptMail {
  at: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

function made(): Made {
  const said = process.env['STOA_TEST_BROWSER'];
  if (!said) throw new Error('Browser suites run in the jest project "browser"');
  return JSON.parse(said) as Made;
}

function urlOf(database: string): string {
  const url = new URL(made().database);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let browser: Promise<Browser> | null = null;

/** The browser of all suites of one file: each of its visitors begins with nothing of another's. */
function sharedBrowser(): Promise<Browser> {
  return (browser ??= launchBrowser());
}

afterAll(async () => (await browser)?.close());

/** Starts a browser; once more where it fell over while it started, as was seen on a busy machine: that says nothing about Stoa. */
async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = made().chromium;
  const launch = () => chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  return launch().catch((error: Error) => {
    if (!error.message.includes('signal=SIG')) throw error;
    process.stderr.write('Chromium fell over while it started; starting it once more.\n');
    return launch();
  });
}

/** One suite's stage: the program on a copy of the demo world, and a browser. */
export class Stage {
  private readonly visitors: Visitor[] = [];
  private other: StoaProcess | null = null;

  private constructor(
    readonly stoa: StoaProcess,
    readonly url: string,
    readonly databaseUrl: string,
    readonly dataDir: string,
    private readonly name: string,
    private readonly browser: Browser,
  ) {}

  /** @param settings of the program beside those of all suites */
  static async open(settings: Record<string, string> = {}): Promise<Stage> {
    const { folder } = made();
    const name = `b_${randomBytes(6).toString('hex')}`;
    const dataDir = join(folder, name);
    await worldsMade(folder);
    await administer(`CREATE DATABASE ${name} TEMPLATE stoa_demo STRATEGY file_copy`);
    for (const part of ['files', 'mail'])
      if (existsSync(join(folder, 'demo', part))) cpSync(join(folder, 'demo', part), join(dataDir, part), { recursive: true });
    const [stoa, browser] = await Promise.all([
      startStoa({ dataDir, env: { ...WORLD_ENV, ...databaseEnv(made().database, name), ...settings }, running: join(folder, 'running') }),
      sharedBrowser(),
    ]);
    if (!stoa.url) throw new Error(`The program did not start:\n${stoa.output()}`);
    return new Stage(stoa, stoa.url, urlOf(name), dataDir, name, browser);
  }

  async close(): Promise<void> {
    await this.leave();
    await this.other?.stop();
    await this.stoa.stop();
    await administer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }

  /** Another node on the same database and the same files, started at the first call. @returns its address, for `visit` */
  async anotherNode(): Promise<string> {
    if (this.other?.url) return this.other.url;
    const dataDir = `${this.dataDir}-other`;
    mkdirSync(dataDir);
    mkdirSync(join(this.dataDir, 'files'), { recursive: true });
    symlinkSync(join(this.dataDir, 'files'), join(dataDir, 'files'));
    const env = { ...WORLD_ENV, ...databaseEnv(made().database, this.name) };
    this.other = await startStoa({ dataDir, env, running: join(made().folder, 'running') });
    if (!this.other.url) throw new Error(`The other node did not start:\n${this.other.output()}`);
    return this.other.url;
  }

  /** Somebody at a browser of their own, signed in where `as` names a demo account. @param node address of another node */
  async visit(options: VisitorOptions = {}, node = this.url): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, node, options);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Kept mails to an address, oldest first. */
  mails(to: string): KeptMail[] {
    const folder = join(this.dataDir, 'mail');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptMail)
      .filter((mail) => mail.to === to);
  }

  /** Waits for the next mail to an address: the first beyond those that `already` came. */
  async mail(to: string, already = 0): Promise<KeptMail> {
    const deadline = performance.now() + 15_000;
    for (;;) {
      const found = this.mails(to)[already];
      if (found) return found;
      if (performance.now() > deadline) throw new Error(`No mail came to ${to}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  moveClock(instant: string): Promise<void> {
    return this.stoa.moveClock(instant);
  }

  /** Takes this stage's database away while something happens: connections are cut, and no new one is let in. */
  async withoutDatabase(happens: () => Promise<void>): Promise<void> {
    await administer(`ALTER DATABASE ${this.name} ALLOW_CONNECTIONS false`);
    await administer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${this.name}'`);
    try {
      await happens();
    } finally {
      await administer(`ALTER DATABASE ${this.name} ALLOW_CONNECTIONS true`);
    }
  }

  /** Runs SQL on this stage's database, for what no page shows. */
  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Pictures of what everybody sees; called where a scene failed. */
  async photograph(title: string): Promise<void> {
    for (const [index, visitor] of this.visitors.entries()) await visitor.photograph(`${index + 1} ${title}`);
  }

  /** Everybody leaves. @returns what went wrong on their pages without their noticing */
  async leave(): Promise<string[]> {
    const problems: string[] = [];
    for (const visitor of this.visitors.splice(0)) problems.push(...(await visitor.close()));
    return problems;
  }
}

/** Gives a suite its stage. @param prepare runs before, and gives settings of the program */
export function useStage(prepare?: () => Promise<Record<string, string>>): { readonly stage: Stage } {
  const holder: { stage?: Stage } = {};
  beforeAll(async () => {
    holder.stage = await Stage.open(await prepare?.());
    // The worlds may still be in the making, which a busy machine takes its time for.
  }, 300_000);
  afterAll(() => holder.stage?.close(), 120_000);
  return {
    get stage() {
      if (!holder.stage) throw new Error('The stage is not open yet');
      return holder.stage;
    },
  };
}

/**
 * A test on the stage. It fails on any console error or breach of the content security policy that a page met, too,
 * and leaves pictures of all pages where it fails.
 */
export function scene(title: string, holder: { readonly stage: Stage }, play: (stage: Stage) => Promise<void>, timeout = 300_000): void {
  it(
    title,
    async () => {
      const { stage } = holder;
      try {
        await play(stage);
      } catch (error) {
        await stage.photograph(title);
        await stage.leave();
        throw error;
      }
      expect(await stage.leave()).toEqual([]);
    },
    timeout,
  );
}
