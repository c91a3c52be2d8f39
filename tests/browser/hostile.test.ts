import { Client } from 'pg';
import { ROLES, WALKED, type WalkedRoute } from './routes.js';
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

/** Columns that programs read and people do not write. */
const NOT_WRITTEN = /html|search|hash|^lang$|^(kind|state|status|role|theme|slug|handle|email|code|path|mime|user_agent|operation|task)$/;

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
      // A column with a rule of its own (a length, a list of words) keeps what it holds.
      const changed = await client.query(`UPDATE "${table}" ${change}`, [CORPUS]).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
      if (changed > 0) poisoned.push(`${table}.${column}`);
    }
  } finally {
    await client.end();
  }
  return poisoned;
}

/** What went wrong on a page, and whether anything ran. */
async function look(visitor: Visitor, path: string): Promise<string[]> {
  await visitor.walk(path);
  const ran = await visitor.page.evaluate(
    () => 'stoaRan' in window || document.querySelector('script:not([src]):not([type*="json"])') !== null,
  );
  return [...(ran ? ['something ran, or is a script'] : []), ...visitor.takeProblems()].map((problem) => `${path}: ${problem}`);
}

describe('text that would run', () => {
  const holder = useStage();

  scene('runs on no page, in no mail, and breaches no policy', holder, async (stage) => {
    const places: (route: WalkedRoute) => string = await placesOf(stage);
    const poisoned = await poison(stage);
    process.stderr.write(`      ${String(CORPUS.length)} texts in ${String(poisoned.length)} columns, ${String(WALKED.length)} pages\n`);
    expect(poisoned).toEqual(expect.arrayContaining(['networks.name', 'people.name', 'posts.body', 'schools.name', 'threads.title']));
    const wrong: string[] = [];
    const visitors = new Map<string, Visitor>();
    for (const route of WALKED) {
      const visitor = visitors.get(route.role) ?? (await stage.visit({ as: ROLES[route.role] }));
      visitors.set(route.role, visitor);
      wrong.push(...(await look(visitor, places(route))));
    }
    expect(wrong).toEqual([]);

    const { page } = await stage.visit();
    const reset = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }';
    await page.request.post(`${stage.url}/graphql`, {
      data: { query: reset, variables: { input: { email: 'teacher014@demo.invalid' } } },
      headers: { 'content-type': 'application/json' },
    });
    const { html } = await stage.mail('teacher014@demo.invalid');
    expect(html).toContain('&lt;');
    await page.setContent(html);
    expect(await page.evaluate(() => 'stoaRan' in window)).toBe(false);
  });
});
