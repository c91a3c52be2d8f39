import { Client } from 'pg';
import { ROLES, WALKED, type RoleName, type WalkedRoute } from './routes.js';
import { placesOf } from './support/places.js';
import { scene, useStage, type Stage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';

/** Says that it ran; what it is set on can be seen from any frame of the page. */
const RUN = 'top.stoaRan=1';

/** Text that runs something where it is taken for markup, an address, a style or a script. */
const CORPUS = [
  `<script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `'"><svg onload=${RUN}>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `</title><script>${RUN}</script>`,
  `</textarea><img src=x onerror=${RUN}>`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}">link</a>`,
  `[link](javascript:${RUN})`,
  `![picture](x" onerror="${RUN})`,
  `<details open ontoggle=${RUN}>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `</script><script>${RUN}</script>`,
  `<style>@import '//evil.example/a.css'</style>`,
  `<base href="//evil.example/"><link rel=stylesheet href=//evil.example/a.css>`,
  `<form action="//evil.example"><input autofocus onfocus=${RUN}>`,
  `{{constructor.constructor('${RUN}')()}}`,
];

/** What none of our own pages holds, and what the corpus would make where it were taken for markup. */
const MARKUP =
  'script:not([src]):not([type*="json"]), [onerror], [onload], [onbegin], [ontoggle], [onfocus], base, iframe, math, [href^="javascript:"], [action*="evil"]';

const isFull = process.env['STOA_TEST_FULL'] === '1';
/** Whose pages hold most of what others wrote; a full run walks everybody's. */
const MAIN: readonly RoleName[] = ['visitor', 'teacher', 'networkCoordinator'];

/** Some of the columns that must hold it. */
const EXPECTED = ['networks.name', 'people.display_name', 'posts.body', 'schools.name', 'threads.title'];

/** Columns that programs read and people do not write. */
const NOT_WRITTEN = /html|search|hash|^lang$|^(kind|state|status|role|theme|slug|handle|email|code|path|mime|user_agent|operation|task)$/;

const DEADLOCK = '40P01';

/** Puts the corpus before every text that people write, in every row. @returns the columns that hold it now */
async function poison(stage: Stage): Promise<string[]> {
  const columns = await stage.sql<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.data_type IN ('text', 'character varying', 'jsonb')
       AND c.table_name NOT IN ('migrations', 'audit_log', 'rate_limits', 'idempotency_keys', 'account_tokens')
     ORDER BY 1, 2`,
  );
  const client = new Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const poisoned: string[] = [];
  try {
    for (const { table, column, type } of columns.filter((each) => !NOT_WRITTEN.test(each.column))) {
      const text = (value: string) => `($1::text[])[1 + mod(abs(hashtext(ctid::text)), ${String(CORPUS.length)})] || ' ' || ${value}`;
      // Of JSON, texts in languages alone: {"en": …, "el": …}.
      const change =
        type === 'jsonb'
          ? `SET "${column}" = (SELECT jsonb_object_agg(key, to_jsonb(${text('value')})) FROM jsonb_each_text("${column}")) WHERE jsonb_typeof("${column}") = 'object' AND "${column}" ?| ARRAY['en', 'el', 'pl', 'ru'] AND "${column}"::text NOT LIKE '%": {%'`
          : `SET "${column}" = ${text(`"${column}"`)} WHERE "${column}" LIKE '% %'`;
      // A column with a rule of its own (a length, a list of words) keeps what it holds; a job that works on the same rows is waited for.
      const put = (): Promise<number> =>
        client.query(`UPDATE "${table}" ${change}`, [CORPUS]).then(
          ({ rowCount }) => rowCount ?? 0,
          (error: { code?: string }) => (error.code === DEADLOCK ? put() : 0),
        );
      const changed = await put();
      if (changed > 0) poisoned.push(`${table}.${column}`);
    }
  } finally {
    await client.end();
  }
  return poisoned;
}

/** Writes the corpus as somebody at the keyboard would. @returns where it stands */
async function write(visitor: Visitor, network: string): Promise<string> {
  const query = 'mutation($input: StartThreadInput!) { startThread(input: $input) { thread { no slug } userErrors { code } } }';
  const input = { clientMutationId: 'corpus', body: CORPUS.join('\n\n'), lang: 'en', network, kind: 'DISCUSSION', title: CORPUS.at(-1) };
  const answer = await visitor.page.evaluate(
    async (body) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text(),
    JSON.stringify({ query, variables: { input } }),
  );
  const { data } = JSON.parse(answer) as { data: { startThread: { thread: { no: number; slug: string } } } };
  return `/networks/${network}/discussions/${data.startThread.thread.no}-${data.startThread.thread.slug}`;
}

/** What went wrong on a page: whether anything ran, or stands there as markup that would. */
async function look(visitor: Visitor, path: string): Promise<string[]> {
  await visitor.walk(path);
  const found = await visitor.page.evaluate(
    (markup) => ['stoaRan' in window ? 'something ran' : '', document.querySelector(markup)?.outerHTML ?? ''],
    MARKUP,
  );
  return [...found.filter(Boolean), ...visitor.takeProblems()].map((problem) => `${path}: ${problem.slice(0, 300)}`);
}

describe('text that would run', () => {
  const holder = useStage();

  scene('runs on no page, in no mail, and breaches no policy', holder, async (stage) => {
    const places: (route: WalkedRoute) => string = await placesOf(stage);
    const poisoned = await poison(stage);
    expect(EXPECTED.filter((column) => !poisoned.includes(column))).toEqual([]);
    const visitor = await stage.visit();
    const wrong: string[] = [];
    for (const role of isFull ? (Object.keys(ROLES) as RoleName[]) : MAIN) {
      const routes = WALKED.filter((route) => route.role === role);
      if (routes.length > 0) await visitor.become(ROLES[role]);
      for (const route of routes) wrong.push(...(await look(visitor, places(route))));
    }
    await visitor.become(ROLES.networkCoordinator);
    const written = await write(visitor, places({ path: ':network', role: 'networkCoordinator' }).slice(1));
    wrong.push(...(await look(visitor, written)));
    expect(wrong).toEqual([]);
    expect(await visitor.page.locator('main').innerText()).toContain(CORPUS[0]);

    const reset = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }';
    await visitor.page.request.post(`${stage.url}/graphql`, {
      data: { query: reset, variables: { input: { email: 'teacher014@demo.invalid' } } },
    });
    // The demo's own mails may still be on their way.
    let html = '';
    for (let at = 0; !html.includes('&lt;'); at += 1) ({ html } = await stage.mail('teacher014@demo.invalid', at));
    // Where no policy of ours protects the reader.
    await visitor.page.goto('about:blank');
    await visitor.page.setContent(html);
    expect(await visitor.page.evaluate((markup) => 'stoaRan' in window || document.querySelector(markup) !== null, MARKUP)).toBe(false);
  });
});
