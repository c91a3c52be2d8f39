import { randomUUID } from 'node:crypto';
import { scene, useStage } from './support/stage.js';

const SURVEY = {
  pages: [{ name: 'quiz', elements: [
    { type: 'radiogroup', name: 'q1', title: 'How do we sit when everybody is to speak?', explanation: 'In a circle everybody sees everybody.', choices: [{ value: 'a', text: 'In a circle' }, { value: 'b', text: 'In rows' }], correctAnswer: 'a' },
    { type: 'matrix', name: 'q2', title: 'What goes with what?', explanation: '', rows: [{ value: 'a', text: 'Begin' }, { value: 'b', text: 'End' }], columns: [{ value: 'a', text: 'A question' }, { value: 'b', text: 'Thanks' }], correctAnswer: { a: 'a', b: 'b' } },
    { type: 'boolean', name: 'q3', title: 'Pupils set the rules too.', explanation: '', correctAnswer: true },
  ] }],
};

describe('learning looked at', () => {
  const holder = useStage();
  scene('looks', holder, async (stage) => {
    const one = async (sql: string) => (await stage.sql<{ v: string }>(sql))[0]?.v ?? '';
    const county = await one(`SELECT id AS v FROM territories WHERE slug LIKE 'northshore%' AND kind = 'COUNTY'`);
    const network = await one(`SELECT id AS v FROM networks WHERE slug LIKE 'ict%' LIMIT 1`);
    const me = await one(`SELECT id AS v FROM people WHERE email = 'teacher014@demo.invalid'`);
    const other = await one(`SELECT id AS v FROM people WHERE email = 'coordinator.ict@demo.invalid'`);
    const ids: string[] = [];
    for (const [slug, title, visibility] of [['circle', 'Talks in a circle: how to begin', 'PUBLIC'], ['inside', 'Names of our classes', 'MEMBERS'], ['check', 'Check: rules of a talk', 'PUBLIC']]) {
      const id = randomUUID(); ids.push(id);
      await stage.sql(`INSERT INTO resources (id, slug, territory_id, network_id, state, visibility, kind, lang, title, outcome, minutes, licence, created_at, published_at, changed_at) VALUES ('${id}', '${slug}', '${county}', '${network}', 'PUBLISHED', '${visibility}', '${slug === 'check' ? 'QUIZ' : 'GUIDE'}', 'en', '${title}', 'You can begin a talk in which everybody speaks.', 45, 'CC_BY', now(), now(), now())`);
      await stage.sql(`INSERT INTO resource_versions (id, resource_id, no, state, content, created_at, changed_at) VALUES ('${randomUUID()}', '${id}', 1, 'PUBLISHED', '{"topicIds":[],"files":[],"links":[],"authors":[],"subjects":[],"levels":[],"audiences":[],"practice":null}', now(), now())`);
    }
    await stage.sql(`INSERT INTO resource_quizzes VALUES ('${ids[2]}', 1, '${JSON.stringify(SURVEY).replaceAll("'", "''")}', 60, now())`);
    const path = randomUUID();
    await stage.sql(`INSERT INTO learning_paths (id, slug, territory_id, network_id, state, visibility, title, summary, outcome, lang, rule, minutes, certificate, created_at, published_at, changed_at, decided_by) VALUES ('${path}', 'first-months', '${county}', '${network}', 'PUBLISHED', 'PUBLIC', 'First months of a class teacher', 'What helps in the first months.', 'You can lead a class through its first months.', 'en', 'ALL_REQUIRED', 720, true, now(), now(), now(), '${other}')`);
    for (const [at, kind, resource, title, url, required] of [[0, 'RESOURCE', ids[0], '', null, true], [1, 'QUIZ', ids[2], '', null, true], [2, 'RESOURCE', ids[1], '', null, false], [3, 'TASK', null, 'Lead a talk with your class', 'https://example.org/talk', true]] as const)
      await stage.sql(`INSERT INTO path_steps (id, path_id, position, kind, title, resource_id, url, required, minutes) VALUES ('${randomUUID()}', '${path}', ${at}, '${kind}', '${title}', ${resource ? `'${resource}'` : 'NULL'}, ${url ? `'${url}'` : 'NULL'}, ${required}, 30)`);
    await stage.sql(`INSERT INTO collections (id, slug, owner_id, state, title, summary, lang, created_at, changed_at) VALUES ('${randomUUID()}', 'talks', '${me}', 'PUBLISHED', 'Talks with classes', 'What I use every autumn.', 'en', now(), now())`);
    await stage.sql(`INSERT INTO collection_items SELECT id, '${ids[0]}', 1, 'Begin with this one.' FROM collections WHERE slug = 'talks'`);
    await stage.sql(`INSERT INTO path_enrolments (person_id, path_id, enrolled_at, shows_self) VALUES ('${other}', '${path}', now(), true)`);
    const teacher = await stage.visit({ as: 'teacher014' });
    const { page } = teacher;
    const look = async (name: string) => {
      await teacher.shown();
      for (const [width, scheme] of [[1280, 'light'], [390, 'dark']] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForTimeout(150);
        await page.screenshot({ path: `/tmp/look-${name}-${width}.png`, fullPage: true });
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await teacher.go('/paths'); await look('paths');
    await teacher.go('/paths/first-months');
    await page.getByRole('button', { name: 'Follow this path' }).click();
    await page.getByText('0 of 4 steps done').first().waitFor();
    await look('path');
    await teacher.go('/paths/first-months/4');
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('button', { name: 'Not done after all' }).waitFor();
    await look('step');
    await teacher.go('/collections'); await look('collections');
    await teacher.go('/collections/talks'); await look('collection');
    const ask = (query: string) => page.evaluate(async (q) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-apollo-operation-name': 'x', 'apollo-require-preflight': '1' }, body: JSON.stringify({ query: q }) })).text(), query);
    console.log(await ask(`mutation { markDone(input: { resourceId: "Resource_${ids[0]}", done: true }) { userErrors { code } } }`));
    console.log(await ask(`mutation { submitQuiz(input: { resourceId: "Resource_${ids[2]}", answers: "{\\"q1\\":\\"a\\",\\"q3\\":true}" }) { userErrors { code } } }`));
    for (let n = 0; n < 60 && (await stage.sql('SELECT 1 FROM certificates')).length === 0; n += 1) await page.waitForTimeout(500);
    await teacher.go('/me/portfolio');
    await page.getByRole('button', { name: 'New link' }).click();
    await page.getByLabel('For whom').fill('Head of my school');
    await page.getByRole('button', { name: 'Create the link' }).click();
    await page.getByText('Head of my school').first().waitFor();
    await look('portfolio');
    const pdf = await page.evaluate(async () => { const href = document.querySelector<HTMLAnchorElement>('a[href^="/certificates/"]')?.href ?? ''; const [a, b] = await Promise.all([fetch(href), fetch('/portfolio.pdf')]); return [href, a.status, (await a.arrayBuffer()).byteLength, b.status, (await b.arrayBuffer()).byteLength]; });
    console.log(pdf);
    const code = await one('SELECT code AS v FROM certificates LIMIT 1');
    await teacher.go(`/verify/${code}`); await look('verify');
    await stage.sql(`UPDATE certificates SET state = 'REVOKED', revoked_at = now()`);
    await teacher.go(`/verify/${code}`); await look('revoked');
    await teacher.go('/paths/new'); await look('new');
    await teacher.go('/home'); await look('home');
    const coordinator = await stage.visit({ as: 'coordinator.ict' });
    await coordinator.go('/paths/first-months'); await coordinator.shown();
    await coordinator.page.screenshot({ path: '/tmp/look-coordinator.png', fullPage: true });
    await coordinator.go('/paths/first-months/edit'); await coordinator.shown();
    await coordinator.page.screenshot({ path: '/tmp/look-edit.png', fullPage: true });
  }, 900_000);
});
