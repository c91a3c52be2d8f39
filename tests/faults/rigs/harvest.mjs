// A Stoa that is harvested by another, which is killed half way: nothing is lost, nothing comes twice, and the next time only what changed.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';

export const title = 'Harvest: another library is taken over whole, though the program is killed half way';

const SEED = `
  WITH made AS (
    INSERT INTO resources (id, slug, territory_id, state, visibility, kind, lang, title, outcome, summary, licence, authors, subjects, levels, created_at, published_at, changed_at)
    SELECT gen_random_uuid(), 'rig-work-' || n, (SELECT id FROM territories WHERE kind = 'COUNTY' ORDER BY slug LIMIT 1), 'PUBLISHED', 'PUBLIC', 'GUIDE', (ARRAY['en', 'el', 'pl', 'ru'])[1 + n % 4],
      'Rig work ' || n, 'You can do ' || n, 'What it is: ' || n, 'CC_BY', jsonb_build_array('Author ' || n), ARRAY['MATHEMATICS'], ARRAY['PRIMARY'],
      now() - interval '9 days', now() - interval '9 days', now() - interval '8 days' + n * interval '1 second'
    FROM generate_series(1, $1::int) AS n RETURNING *)
  INSERT INTO resource_versions (id, resource_id, no, state, content, created_at, changed_at)
  SELECT gen_random_uuid(), id, 1, 'PUBLISHED', jsonb_build_object('kind', kind, 'title', title, 'lang', lang, 'visibility', visibility, 'outcome', outcome, 'summary', summary, 'body', '', 'minutes', NULL,
    'licence', licence, 'attribution', '', 'authors', authors, 'subjects', to_jsonb(subjects), 'levels', to_jsonb(levels), 'audiences', '[]'::jsonb, 'topicIds', '[]'::jsonb, 'files', '[]'::jsonb, 'links', '[]'::jsonb, 'practice', NULL),
    created_at, changed_at FROM made`;
const CHANGE = `UPDATE resources SET title = title || ' anew', changed_at = now(), version = version + 1 WHERE slug IN (SELECT 'rig-work-' || n FROM generate_series(1, $1::int) AS n)`;
const WITHDRAW = `UPDATE resources SET state = 'WITHDRAWN', changed_at = now(), version = version + 1 WHERE slug IN (SELECT 'rig-work-' || n FROM generate_series($1::int, $2::int) AS n)`;
const RUN = `SELECT state, pages, seen, created, updated, unchanged, withdrawn, duplicates, failed, expected, error_code FROM harvest_runs ORDER BY started_at DESC, id DESC LIMIT 1`;
const TAKEN = `SELECT count(*)::int AS n, count(DISTINCT title)::int AS titles FROM resources WHERE state = 'PUBLISHED' AND title LIKE 'Rig work %'`;
const ADD = 'mutation($input: AddLibrarySourceInput!) { addLibrarySource(input: $input) { source { id } userErrors { code path } } }';
const START = 'mutation($input: HarvestInput!) { runHarvest(input: $input) { source { id } userErrors { code } } }';
const COUNTY = 'query { territories(first: 1, kind: COUNTY) { edges { node { id } } } }';

const CHANGED = 37;
const WITHDRAWN = 5;
const PATIENCE = 600_000;

export async function play({ world, report, isShort }) {
  const works = isShort ? 1_000 : 5_000;
  const theirs = await world.copy();
  await world.sql(theirs.database, SEED, [works]);
  const [{ n: offered }] = await world.sql(theirs.database, 'SELECT count(*)::int AS n FROM oai_records');
  const source = await world.program(theirs);
  // A copy goes where no program runs, so ours is made when theirs does.
  const ours = await world.copy();
  const [{ n: before }] = await world.sql(ours.database, TAKEN);
  const env = { STOA_HARVEST_HOSTS: new URL(source.url).host };
  let node = await world.program({ ...ours, env });
  const admin = await Client.signedIn(node.url, 'admin');
  const county = (await admin.data(COUNTY)).territories.edges[0].node.id;
  const input = {
    name: 'Theirs',
    url: `${source.url}/oai`,
    metadataPrefix: 'oai_lom',
    set: '',
    kind: 'GUIDE',
    lang: 'en',
    schedule: 'NEVER',
    ownerType: 'COUNTY',
    ownerId: county,
  };
  const { id } = (await admin.data(ADD, { input })).addLibrarySource.source;
  const run = async () => (await world.sql(ours.database, RUN))[0];

  const began = performance.now();
  await admin.data(START, { input: { id } });
  const half = await until(run, (at) => at?.seen >= works / 2);
  await node.kill();
  const atDeath = await run();
  admin.close();
  report.row(
    'it is killed half way',
    `${atDeath.seen} of ${works} records taken, ${atDeath.state}`,
    half && atDeath.state === 'RUNNING' && atDeath.seen < works,
  );
  node = await world.program({ ...ours, env });
  const first = await until(run, (at) => at?.state !== 'RUNNING');
  const seconds = (performance.now() - began) / 1000;
  const [{ n: taken, titles }] = await world.sql(ours.database, TAKEN);
  report.row(
    `it ends with ${works} works, each once`,
    `${taken - before} resources, ${titles} titles; ${first.pages} pages, ${first.seen} records seen of ${offered} offered, ${first.duplicates} duplicates, ${first.failed} failed; ${seconds.toFixed(1)} s with the death`,
    first.state === 'DONE' && taken - before === works && titles === works && first.seen === offered && first.failed === 0,
  );

  await world.sql(theirs.database, CHANGE, [CHANGED]);
  await world.sql(theirs.database, WITHDRAW, [CHANGED + 1, CHANGED + WITHDRAWN]);
  const again = await Client.signedIn(node.url, 'admin');
  await again.data(START, { input: { id } });
  const second = await until(run, (at) => at?.state !== 'RUNNING' && at.pages <= 2);
  report.row(
    `the next run fetches only the ${CHANGED + WITHDRAWN} that changed`,
    `${second.seen} records in ${second.pages} page: ${second.updated} changed, ${second.withdrawn} withdrawn, ${second.unchanged} unchanged`,
    second.state === 'DONE' && second.seen === CHANGED + WITHDRAWN && second.updated === CHANGED && second.withdrawn === WITHDRAWN,
  );
  await again.data(START, { input: { id } });
  const third = await until(run, (at) => at?.state !== 'RUNNING' && (at.seen === 0 || at.unchanged === at.seen));
  report.row(
    'a third brings nothing new',
    `${third.created} created, ${third.updated} changed`,
    third.state === 'DONE' && third.created + third.updated === 0,
  );
  again.close();
  await Promise.all([source.stop(), node.stop()]);
}

/** Asks until an answer is the wanted one. @returns the last answer */
async function until(ask, holds) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`It did not come to pass: ${JSON.stringify(answer)}`);
    await wait(20);
  }
}
