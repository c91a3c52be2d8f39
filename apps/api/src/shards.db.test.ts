import { openSession } from './modules/accounts/index.js';
import type { Tx } from './platform/database/database.js';
import { attachFiles } from './testing/attach-files.js';
import { discussionWorld, type DiscussionWorld } from './testing/discussion-people.js';
import { recordStatements } from './testing/statements.js';

/** What grows with use lies with its county. Everything else is small and the same on every shard, or a person's own. */
const OF_A_COUNTY = [
  'threads',
  'posts',
  'post_reactions',
  'post_attachments',
  'post_mentions',
  'thread_summaries',
  'moderation_decisions',
  'flags',
] as const;

const THREAD_PAGE = `query($network: String!, $no: Int!) { thread(network: $network, no: $no) {
  id title state acceptedPostNo stateReason decisionSeq unread viewerCan { reply } summary { html }
  posts(first: 50) { edges { node { id no html state hiddenReason decisionSeq pendingFlags reportedByViewer saved reactions { thanks mine } attachments { name } } } totalCount } } }`;
const NETWORK_LIST = '{ networks(first: 20) { edges { node { id slug name membersCount threadsCount membership { state } } } } }';
const REPLY = 'mutation($input: ReplyInput!) { reply(input: $input) { post { no html } userErrors { code } } }';

/** A node of EXPLAIN that read a shard. */
interface Touched {
  shard: string;
  table: string;
  rows: number;
}
interface PlanNode {
  'Relation Name'?: string;
  'Actual Loops': number;
  'Actual Rows': number;
  Plans?: PlanNode[];
}

/**
 * The migrated schema with one shard for each county, as an engine would spread it: partitions, whose keys hold the county, and no foreign
 * keys between them.
 */
async function shard(tx: Tx, counties: readonly string[]): Promise<void> {
  const keys = await tx.rows<{ name: string; table: string }>(
    `SELECT conname AS name, conrelid::regclass::text AS table FROM pg_constraint WHERE contype = 'f' AND (confrelid::regclass::text = ANY($1) OR conrelid::regclass::text = ANY($1))`,
    [OF_A_COUNTY],
  );
  for (const { name, table } of keys) await tx.row(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of OF_A_COUNTY) {
    const indexes = await tx.rows<{ sql: string }>('SELECT indexdef AS sql FROM pg_indexes WHERE tablename = $1', [table]);
    await tx.row(`ALTER TABLE ${table} RENAME TO ${table}_before`);
    await tx.row(`CREATE TABLE ${table} (LIKE ${table}_before INCLUDING DEFAULTS) PARTITION BY LIST (county_id)`);
    for (const [at, county] of counties.entries())
      await tx.row(`CREATE TABLE ${table}_shard${String(at)} PARTITION OF ${table} FOR VALUES IN ('${county}')`);
    // Unique within a shard: the county belongs to the key.
    for (const { sql } of indexes) await tx.row(sql.replace(/CREATE (UNIQUE )?INDEX \S+/u, 'CREATE INDEX'));
    await tx.row(`INSERT INTO ${table} SELECT * FROM ${table}_before`);
    await tx.row(`DROP TABLE ${table}_before CASCADE`);
    await tx.row(`ANALYZE ${table}`);
  }
}

function touchedIn(node: PlanNode): Touched[] {
  const [, table, at] = /^(\w+)_shard(\d+)$/.exec(node['Relation Name'] ?? '') ?? [];
  const own = table !== undefined && at !== undefined && node['Actual Loops'] > 0;
  return [...(own ? [{ shard: at, table, rows: node['Actual Rows'] }] : []), ...(node.Plans ?? []).flatMap(touchedIn)];
}

describe('a database sharded by county', () => {
  const COUNTIES_MORE = 6;
  let d: DiscussionWorld;
  let thread: { threadId: string; no: number };
  let token: string;
  beforeAll(async () => {
    d = await discussionWorld();
    thread = await d.ask('Sharded');
    const posts = [];
    for (let at = 0; at < 5; at += 1) posts.push(await d.answer(thread.threadId, 'member', `Post ${String(at)}`));
    const decide = 'mutation($input: DecideInput!) { decide(input: $input) { userErrors { code } } }';
    await d.world.as(d.people.coordinator)(decide, {
      input: { subjectId: posts[1], kind: 'HIDE', reason: 'It names a pupil', expectedSeq: 0 },
    });
    await attachFiles(d, posts[0] ?? '', 1);
    // Where nobody has reacted, nothing is looked up.
    await d.world.as(d.people.author)('mutation($input: ReactInput!) { react(input: $input) { userErrors { code } } }', {
      input: { postId: posts[0], kind: 'THANKS', on: true },
    });
    const { db } = d.world.services;
    const more = Array.from({ length: COUNTIES_MORE }, (_, at) => `00000000-0000-7000-8000-00000000000${String(at)}`);
    // Statements are asked again below, with the ids that they had.
    await db.row('ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey CASCADE');
    const counties = [d.network.countyId, d.foreignNetwork.countyId, ...more];
    await db.transaction(async (tx) => {
      await shard(tx, counties);
      // Enough for a planner to look a thread up instead of reading them all.
      await tx.row(
        `INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, search)
         SELECT gen_random_uuid(), county, gen_random_uuid(), no, 'much', 'Much', 'en', 'DISCUSSION', $2, now(), now(), 'much'
         FROM unnest($1::uuid[]) AS county, generate_series(1, 500) AS no`,
        [counties, d.people.author],
      );
      await tx.row('ANALYZE threads');
    });
    token = await openSession(db, d.people.member ?? '', 'test');
  }, 60_000);
  afterAll(() => d.world.close());

  /** Runs an operation, then asks how each of its statements went through the shards. */
  async function touched(query: string, variables: Record<string, unknown> = {}): Promise<Touched[]> {
    const { db } = d.world.services;
    const ctx = d.world.app.contextForSession(token);
    const { result, statements } = await recordStatements(db, () => d.world.app.graphql.execute(ctx, { query, variables }));
    expect(result.errors).toBeUndefined();
    const found: Touched[] = [];
    const explain = db.transaction(async (tx) => {
      // Of so few posts a planner would read all at once, which it would not of many.
      for (const way of ['hashjoin', 'mergejoin', 'seqscan']) await tx.row(`SET LOCAL enable_${way} = off`);
      for (const { text, values } of statements.filter((each) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/iu.test(each.text))) {
        const row = await tx.row<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
        found.push(...(row?.['QUERY PLAN'].flatMap(({ Plan }) => touchedIn(Plan)) ?? []));
      }
      throw new Error('only asked');
    });
    await expect(explain).rejects.toThrow('only asked');
    return found;
  }
  const shardsOf = (found: readonly Touched[]) => [...new Set(found.map(({ shard: at }) => at))].toSorted();

  it('asks one shard for the page of a thread, and none for the list of networks', async () => {
    const page = await touched(THREAD_PAGE, { network: d.network.slug, no: thread.no });
    expect(shardsOf(page)).toEqual(['0']);
    expect([...new Set(page.map(({ table }) => table))].toSorted()).toEqual(
      expect.arrayContaining(['flags', 'moderation_decisions', 'post_attachments', 'post_reactions', 'posts', 'threads']),
    );
    expect(await touched(NETWORK_LIST)).toEqual([]);
  });

  it('reads and writes a reply on one shard; the others are asked for ids that they do not have', async () => {
    const found = await touched(REPLY, { input: { threadId: thread.threadId, body: 'On one shard', lang: 'en' } });
    expect(shardsOf(found.filter(({ rows }) => rows > 0))).toEqual(['0']);
  });
});
