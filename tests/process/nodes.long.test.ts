import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMIT, useNodesDatabase } from '../support/nodes-database.js';
import { startProxy, type Proxy } from '../support/proxy.mjs';

const PASSWORD = 'seven quiet herons at noon';

interface Answer {
  status: number;
  data?: Record<string, { userErrors?: { code: string }[] } & Record<string, unknown>> | null;
  errors?: { message: string }[];
  cookies: string[];
}

describe('nodes on one database', () => {
  const shared = useNodesDatabase();

  const ask = async (url: string, query: string, variables: object = {}, cookie = ''): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie, connection: 'close' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const body = response.status === 502 ? {} : ((await response.json()) as Omit<Answer, 'status' | 'cookies'>);
    return { ...body, status: response.status, cookies: response.headers.getSetCookie() };
  };

  const signUp = (url: string, email: string): Promise<Answer> =>
    ask(url, 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }', {
      input: { email, name: 'Ewa', lang: 'pl' },
    });

  const until = async <T>(what: string, find: () => Promise<T | undefined>): Promise<T> => {
    for (const deadline = performance.now() + 60_000; ;) {
      const found = await find();
      if (found !== undefined) return found;
      if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const linkTo = (address: string): Promise<string> =>
    until(`mail to ${address}`, async () => {
      const mails = join(shared.folder, 'data/mail');
      const names = existsSync(mails) ? readdirSync(mails).filter((name) => name.endsWith('.json')) : [];
      const kept = names.map((name) => JSON.parse(readFileSync(join(mails, name), 'utf8')) as { to: string; text: string });
      const texts = kept.filter(({ to }) => to === address).map(({ text }) => text);
      return texts.map((text) => /\/confirm\/(\S+)/.exec(text)?.[1]).find(Boolean);
    });

  /** Runs an operator's command of the built program. */
  const stoa = async (...args: string[]): Promise<string> => {
    const cli = join(import.meta.dirname, '../../apps/api/bundle/cli.js');
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: shared.folder,
      env: { PATH: process.env['PATH'], STOA_DATA: join(shared.folder, 'data'), ...shared.environment() },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    await new Promise((resolve) => child.on('close', resolve));
    return output;
  };

  it(
    'are two behind a proxy: one brings the database up to date, both know sessions, limits and links, and one may be killed',
    async () => {
      const nodes = await Promise.all([shared.start(), shared.start()]);
      const said = nodes.map((node) => /Database brought up to date/.test(node.output()));
      expect(said.filter(Boolean)).toHaveLength(1);
      const proxy: Proxy = await startProxy(nodes.map(({ url }) => url));
      try {
        const invited = await stoa('create-admin', '--email', 'admin@example.org', '--name', 'Ada');
        const token = /\/join\/(\S+)/.exec(invited)?.[1];
        const accepted = await ask(
          proxy.url,
          'mutation A($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { userErrors { code } } }',
          { input: { token, password: PASSWORD, name: 'Ada', lang: 'en' } },
        );
        expect(accepted.data).toEqual({ acceptInvitation: { userErrors: [] } });
        const cookie = accepted.cookies[0]?.split(';')[0] ?? '';

        const codes: (string | undefined)[] = [];
        for (let tries = 0; tries < 4; tries++) codes.push((await signUp(proxy.url, 'often@example.org')).errors?.[0]?.message);
        expect(codes).toEqual([undefined, undefined, undefined, 'RATE_LIMITED']);

        const refused: number[] = [];
        for (let number = 1; number <= 40; number++) {
          if (number === 20) await nodes[0]?.kill();
          const variables = {
            input: { clientMutationId: `topic ${number}`, names: [{ lang: 'en', text: `Topic ${number}` }], synonyms: [] },
          };
          const create = () =>
            ask(
              proxy.url,
              'mutation T($input: CreateTopicInput!) { createTopic(input: $input) { userErrors { code } } }',
              variables,
              cookie,
            );
          let answer = await create();
          // What a client does where the way breaks: the same request again.
          if (answer.status === 502) answer = await create();
          if (answer.data?.['createTopic']?.userErrors?.length !== 0) refused.push(number);
        }
        expect(refused).toEqual([]);
        const { rows } = await shared.sql.query<{ n: number }>("SELECT count(*)::int AS n FROM topics WHERE slug LIKE 'topic-%'");
        expect(rows).toEqual([{ n: 40 }]);
        expect(Math.min(...proxy.answered)).toBeGreaterThan(10);

        await signUp(proxy.url, 'ewa@example.org');
        expect(await linkTo('ewa@example.org')).toMatch(/^[\w.-]+$/);
        expect((await ask(proxy.url, '{ viewer { person { displayName } } }', {}, cookie)).data).toEqual({
          viewer: { person: { displayName: 'Ada' } },
        });
      } finally {
        await proxy.stop();
      }
    },
    LIMIT,
  );

  it(
    'leave jobs to others where they serve requests alone, and stop gracefully: first /readyz says so, what runs is answered, nothing new is begun',
    async () => {
      const node = await shared.start({ STOA_STOP_NOTICE_SECONDS: '2', STOA_JOBS: 'off' });
      const ready = await fetch(`${node.url}/readyz`, { headers: { connection: 'close' } });
      expect([ready.status, Object.keys(((await ready.json()) as { checks: object }).checks)]).toEqual([200, ['database', 'migrations']]);
      expect((await shared.sql.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'stoa jobs'")).rows).toEqual([]);
      await shared.sql.query('BEGIN');
      await shared.sql.query('LOCK TABLE people IN ACCESS EXCLUSIVE MODE');
      const running = signUp(node.url, 'late@example.org');
      await until('the request to wait for the lock', async () => {
        const { rows } = await shared.sql.query("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'people'::regclass");
        return rows.length > 0 || undefined;
      });
      const ended = node.stop();
      const seen = await until('/readyz to say that it stops', async () => {
        const response = await fetch(`${node.url}/readyz`, { headers: { connection: 'close' } });
        return response.status === 503 ? ((await response.json()) as object) : undefined;
      });
      expect(seen).toEqual({ status: 'stopping', checks: {} });
      await until('the door to close', async () =>
        fetch(`${node.url}/healthz`, { headers: { connection: 'close' } }).then(
          () => undefined,
          () => true,
        ),
      );
      await shared.sql.query('COMMIT');
      expect((await running).data).toEqual({ signUp: { userErrors: [] } });
      expect((await shared.sql.query('SELECT attempts FROM graphile_worker.jobs')).rows).toEqual([{ attempts: 0 }]);
      expect(await ended).toEqual({ code: 0, signal: null });
    },
    LIMIT,
  );
});
