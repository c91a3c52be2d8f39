// The world that is measured, made by SQL from numbers: the same on every machine and every run.

/** How much of everything. `quick` is a twentieth of most, for trying the benchmark itself. */
export const SCALES = {
  full: { networks: 1_000, people: 50_000, threads: 40_000, postsPerThread: 50, longThread: 10_000, resources: 200_000 },
  // What a search costs shows at its size alone.
  quick: { networks: 200, people: 5_000, threads: 2_000, postsPerThread: 50, longThread: 2_500, resources: 200_000 },
};

const ID = `
  CREATE OR REPLACE FUNCTION bench_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(kind::bigint * 10000000000 + n), 12, '0') || '7000' || '8000000000000000')::uuid
  $$;`;
const KIND = {
  territory: 1,
  person: 2,
  network: 3,
  year: 4,
  membership: 5,
  thread: 6,
  post: 7,
  appointment: 8,
  session: 9,
  school: 10,
  affiliation: 11,
  resource: 12,
  version: 13,
};
const id = (kind, n) => `bench_id(${KIND[kind]}, ${n})`;
const COUNTIES = 60;
const NOW = `'2026-11-24T07:00:00Z'::timestamptz`;

const WORDS = `(ARRAY['lesson','pupils','group','question','workshop','materials','experiment','reading','week','school','parents','safety','network','practice','answer','idea'])`;
/** About `n` words that depend on the row's number alone. */
const text = (row, n) =>
  `(SELECT string_agg(${WORDS}[1 + ((${row} * 7 + w * 13 + (${row} / 3) * w) % 16)::int], ' ') FROM generate_series(1, ${n}) w)`;

/** A word of the library's texts, some of which are in most of them and most in few, as in a language; no stemmer changes it. */
export const libraryWord = (n) => String(n).replace(/\d/g, (digit) => 'bcdfghklmr'[Number(digit)]);
/** Different words of the library's texts. */
const LIBRARY_WORDS = 30_000;
const libraryText = (row, from, n) =>
  `(SELECT string_agg(translate(floor(exp((hashint4((${row} * 997 + w)::int)::bigint & 2147483647) / 2147483647.0 * ln(${LIBRARY_WORDS})))::int::text, '0123456789', 'bcdfghklmr'), ' ') FROM generate_series(${from}, ${from + n - 1}) w)`;

/** The library: resources with their words; of each two or three pages of files, so half a million in all. */
function librarySteps({ networks, resources }) {
  const nth = (list, n) => `(ARRAY[${list.map((value) => `'${value}'`).join(',')}])[1 + (${n}) % ${list.length}]`;
  const kinds = ['GUIDE', 'LESSON_SCENARIO', 'PRESENTATION', 'WORKSHEET', 'RECORDING', 'QUIZ', 'SOFTWARE', 'LINK', 'GOOD_PRACTICE'];
  const langs = ['en', 'el', 'pl', 'ru', 'en', 'de'];
  const subjects = ['MATHEMATICS', 'HISTORY', 'PHYSICS', 'ART', 'MUSIC', 'HEALTH', 'BIOLOGY', 'CIVICS', 'CHEMISTRY', 'GEOGRAPHY', 'NATURE'];
  const levels = ['PRESCHOOL', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL'];
  const minutes = ['UP_TO_15', 'UP_TO_30', 'UP_TO_60', 'UP_TO_120', 'LONGER'];
  const licences = ['CC_BY', 'CC_BY_SA', 'CC0', 'CC_BY_NC', 'OTHER'];
  return [
    [
      'without the library’s triggers',
      'ALTER TABLE resources DISABLE TRIGGER resources_words; ALTER TABLE resource_topics DISABLE TRIGGER resource_topics_words',
    ],
    [
      'resources',
      `
      INSERT INTO resources (id, slug, territory_id, network_id, state, visibility, kind, lang, title, outcome, summary, minutes, licence, subjects, levels, created_at, published_at, changed_at, useful_count)
      SELECT ${id('resource', 'n')}, 'resource-' || n, w.county_id, w.id, 'PUBLISHED', CASE WHEN n % 10 = 0 THEN 'MEMBERS' ELSE 'PUBLIC' END, ${nth(kinds, 'n % 7 + n % 3')}, ${nth(langs, 'n')},
        ${libraryText('n', 1, 5)}, ${libraryText('n', 6, 10)}, ${libraryText('n', 16, 25)}, 5 + n % 170, ${nth(licences, 'n / 3')}, ARRAY[${nth(subjects, 'n')}, ${nth(subjects, 'n + 4')}], ARRAY[${nth(levels, 'n / 2')}],
        ${NOW} - n * interval '3 minutes', ${NOW} - n * interval '3 minutes', ${NOW} - n * interval '3 minutes', n % 40
      FROM generate_series(1, ${resources}) n JOIN networks w ON w.id = ${id('network', `1 + n % ${networks}`)}`,
    ],
    [
      'versions',
      `
      INSERT INTO resource_versions (id, resource_id, no, state, content, created_at, changed_at)
      SELECT ${id('version', 'n')}, ${id('resource', 'n')}, 1, 'PUBLISHED', jsonb_build_object('body', ${libraryText('n', 41, 60)}), ${NOW}, ${NOW} FROM generate_series(1, ${resources}) n`,
    ],
    [
      'facets',
      `
      INSERT INTO library_facets (facet, value) SELECT 'KIND', unnest(ARRAY['${kinds.join("','")}']) UNION ALL SELECT 'LANGUAGE', unnest(ARRAY['en','el','pl','ru','de'])
      UNION ALL SELECT 'SUBJECT', unnest(ARRAY['${subjects.join("','")}']) UNION ALL SELECT 'LEVEL', unnest(ARRAY['${levels.join("','")}'])
      UNION ALL SELECT 'MINUTES', unnest(ARRAY['${minutes.join("','")}']) UNION ALL SELECT 'LICENCE', unnest(ARRAY['${licences.join("','")}'])
      UNION ALL SELECT 'TOPIC', id::text FROM topics UNION ALL SELECT 'NETWORK', id::text FROM networks`,
    ],
    ['statistics', 'ANALYZE resources, resource_versions, library_facets, topics, networks, territories'],
    // An index that is made of all rows at once takes a fraction of the time.
    ['without the index', 'DROP INDEX resource_words_words'],
    [
      'words of resources',
      `
      WITH topics_of AS (SELECT row_number() OVER (ORDER BY t.slug) AS place, f.no, u.no AS up, count(*) OVER () AS topics FROM topics t JOIN library_facets f ON f.facet = 'TOPIC' AND f.value = t.id::text
        LEFT JOIN library_facets u ON u.facet = 'TOPIC' AND u.value = t.parent_id::text)
      INSERT INTO resource_words (resource_id, lang, published_at, members_of, scope_ids, facets, words)
      SELECT r.id, r.lang, r.published_at, CASE WHEN r.visibility = 'MEMBERS' THEN r.network_id END, CASE WHEN r.visibility = 'MEMBERS' THEN r.network_id || t.path ELSE '{}' END,
        array_remove(ARRAY[k.no, l.no, s1.no, s2.no, v.no, m.no, c.no, w.no, tp.no, tp.up], NULL),
        setweight(to_tsvector('simple', r.title), 'A') || setweight(to_tsvector('simple', r.outcome || ' ' || r.summary), 'B') || setweight(to_tsvector('simple', x.content ->> 'body'), 'C')
          || setweight(to_tsvector('simple', ${libraryText('n', 200, 150)}), 'D') || array_to_tsvector(ARRAY(SELECT DISTINCT '=' || word FROM unnest(string_to_array(r.title, ' ')) word))
      FROM generate_series(1, ${resources}) n JOIN resources r ON r.id = ${id('resource', 'n')} JOIN territories t ON t.id = r.territory_id JOIN resource_versions x ON x.resource_id = r.id
      JOIN library_facets k ON k.facet = 'KIND' AND k.value = r.kind JOIN library_facets l ON l.facet = 'LANGUAGE' AND l.value = r.lang
      JOIN library_facets s1 ON s1.facet = 'SUBJECT' AND s1.value = r.subjects[1] JOIN library_facets s2 ON s2.facet = 'SUBJECT' AND s2.value = r.subjects[2]
      JOIN library_facets v ON v.facet = 'LEVEL' AND v.value = r.levels[1] JOIN library_facets c ON c.facet = 'LICENCE' AND c.value = r.licence
      JOIN library_facets m ON m.facet = 'MINUTES' AND m.value = CASE WHEN r.minutes <= 15 THEN 'UP_TO_15' WHEN r.minutes <= 30 THEN 'UP_TO_30' WHEN r.minutes <= 60 THEN 'UP_TO_60' WHEN r.minutes <= 120 THEN 'UP_TO_120' ELSE 'LONGER' END
      JOIN library_facets w ON w.facet = 'NETWORK' AND w.value = r.network_id::text JOIN topics_of tp ON tp.place = 1 + n % tp.topics`,
    ],
    [
      'with the index',
      "SET maintenance_work_mem = '512MB'; CREATE INDEX resource_words_words ON resource_words USING gin (words, facets) WITH (fastupdate = off)",
    ],
    [
      'with the library’s triggers',
      'ALTER TABLE resources ENABLE TRIGGER resources_words; ALTER TABLE resource_topics ENABLE TRIGGER resource_topics_words',
    ],
  ];
}

/** The steps, in order; each is one statement with a name for the progress line. */
export function steps(scale) {
  const { networks, people, threads, postsPerThread, longThread } = scale;
  // Everybody has one school here, so what the trigger would look up for two million posts is known.
  const signed = 'SELECT f.person_id AS author, s.name AS school, f.profession FROM affiliations f JOIN schools s ON s.id = f.school_id';
  const personOf = (n) => `(1 + (${n}) % ${people})`;
  const memberOf = (network, n) => personOf(`${network} * 37 + ${n} * 11`);
  return [
    ['functions', ID],
    [
      'territories',
      `
      INSERT INTO territories (id, kind, code, slug, lang, names, search, parent_id, path)
      SELECT ${id('territory', 'n')}, kind, 'B' || n, 'place-' || n, 'en', jsonb_build_object('en', 'Place ' || n), 'place ' || n, parent, CASE WHEN parent IS NULL THEN '{}'::uuid[] ELSE up END || ${id('territory', 'n')}
      FROM (SELECT 1 AS n, 'COUNTRY' AS kind, NULL::uuid AS parent, NULL::uuid[] AS up
        UNION ALL SELECT n, 'REGION', ${id('territory', 1)}, ARRAY[${id('territory', 1)}] FROM generate_series(2, 11) n
        UNION ALL SELECT n, 'COUNTY', ${id('territory', '2 + n % 10')}, ARRAY[${id('territory', 1)}, ${id('territory', '2 + n % 10')}] FROM generate_series(12, ${11 + COUNTIES}) n) t`,
    ],
    [
      'schools',
      `
      INSERT INTO schools (id, county_id, territory_id, code, slug, name, lang, level, status, match_key, search)
      SELECT ${id('school', 'n')}, ${id('territory', `12 + n % ${COUNTIES}`)}, ${id('territory', `12 + n % ${COUNTIES}`)}, 'S' || n, 'school-' || n, 'School ' || n, 'en', 'PRIMARY', 'ACTIVE', 'm' || n, 'school ' || n
      FROM generate_series(1, ${Math.ceil(people / 25)}) n`,
    ],
    [
      'people',
      `
      INSERT INTO people (id, handle, display_name, search, email, status, lang, created_at)
      SELECT ${id('person', 'n')}, 'person-' || n, 'Person ' || n, 'person ' || n, 'person' || n || '@bench.invalid', 'ACTIVE', 'en', ${NOW} - interval '400 days' FROM generate_series(1, ${people}) n`,
    ],
    [
      'affiliations',
      `
      INSERT INTO affiliations (id, person_id, school_id, county_id, profession, state, starts_on)
      SELECT ${id('affiliation', 'p.n')}, ${id('person', 'p.n')}, s.id, s.county_id, 'TEACHER', 'CONFIRMED', '2025-09-01'
      FROM generate_series(1, ${people}) p(n) JOIN schools s ON s.id = ${id('school', `1 + p.n % ${Math.ceil(people / 25)}`)}`,
    ],
    [
      'networks',
      `
      INSERT INTO networks (id, county_id, slug, name, lang, kind, joining_rule, purpose, promotion, promotion_html, promoted_at, created_at, last_activity_at, search)
      SELECT ${id('network', 'n')}, ${id('territory', `CASE WHEN n <= 60 THEN 12 ELSE 12 + n % ${COUNTIES} END`)}, 'network-' || n, 'Network ' || n, 'en', 'SUBJECT', 'REQUEST',
        'Network ' || n || ': ' || ${text('n', 20)}, '', '', ${NOW} - interval '300 days', ${NOW} - interval '300 days', ${NOW} - n * interval '7 minutes', 'network ' || n
      FROM generate_series(1, ${networks}) n`,
    ],
    [
      'years',
      `
      INSERT INTO network_years (id, network_id, county_id, year, state, opened_at)
      SELECT ${id('year', 'row_number() OVER ()')}, n.id, n.county_id, y.year, y.state, ${NOW} - interval '300 days' FROM networks n, (VALUES ('2025/26', 'CONCLUDED'), ('2026/27', 'ACTIVE')) y(year, state)`,
    ],
    [
      'coordinators',
      `
      INSERT INTO appointments (id, person_id, role, scope_type, scope_id, county_id, starts_on, appointed_at)
      SELECT ${id('appointment', 'n')}, ${id('person', personOf('n * 37'))}, 'NC', 'NETWORK', w.id, w.county_id, '2026-09-01', ${NOW} - interval '80 days' FROM generate_series(1, ${networks}) n JOIN networks w ON w.id = ${id('network', 'n')}`,
    ],
    [
      'county coordinators',
      `
      INSERT INTO appointments (id, person_id, role, scope_type, scope_id, county_id, starts_on, appointed_at)
      SELECT ${id('appointment', `${networks} + n`)}, ${id('person', 'n')}, 'CC', 'COUNTY', ${id('territory', '11 + n')}, ${id('territory', '11 + n')}, '2026-09-01', ${NOW} - interval '80 days' FROM generate_series(1, ${COUNTIES}) n`,
    ],
    [
      'members',
      `
      INSERT INTO memberships (id, network_id, county_id, person_id, school_id, state, requested_at, joined_at)
      SELECT ${id('membership', 'w.n * 1000 + m')}, x.id, x.county_id, ${id('person', memberOf('w.n', 'm'))}, a.school_id, 'ACTIVE', ${NOW} - interval '200 days', ${NOW} - (m % 190 + 1) * interval '1 day'
      FROM generate_series(1, ${networks}) w(n) JOIN networks x ON x.id = ${id('network', 'w.n')} CROSS JOIN generate_series(0, 39) m
      JOIN affiliations a ON a.person_id = ${id('person', memberOf('w.n', 'm'))} ON CONFLICT DO NOTHING`,
    ],
    [
      'threads',
      `
      INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, posts_count, last_post_no, first_reply_at, search)
      SELECT ${id('thread', 't')}, w.county_id, w.id, 1 + t / ${networks}, 'thread-' || t, 'Thread ' || t || ' ' || ${text('t', 5)}, 'en', CASE WHEN t % 3 = 0 THEN 'QUESTION' ELSE 'DISCUSSION' END,
        ${id('person', memberOf(`(1 + t % ${networks})`, 't % 40'))}, ${NOW} - (t % 380 + 2) * interval '1 day', ${NOW} - (t % 380 + 1) * interval '1 day', ${postsPerThread}, ${postsPerThread},
        ${NOW} - (t % 380 + 2) * interval '1 day' + (t % 90 + 1) * interval '1 hour', 'thread ' || t
      FROM generate_series(0, ${threads - 1}) t JOIN networks w ON w.id = ${id('network', `1 + t % ${networks}`)}`,
    ],
    // What is there already need not be taken into the search while the measuring goes on.
    ['without triggers', 'ALTER TABLE posts DISABLE TRIGGER posts_words, DISABLE TRIGGER posts_signature'],
    [
      'posts',
      `
      INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, author_school, author_profession, body, body_html, lang, created_at)
      SELECT ${id('post', `t.n * 10000 + p`)}, x.county_id, x.network_id, x.id, p, w.author, w.school, w.profession, b.words, '<p>' || b.words || '</p>', 'en', x.created_at + p * interval '20 minutes'
      FROM generate_series(0, ${threads - 1}) t(n) JOIN threads x ON x.id = ${id('thread', 't.n')} CROSS JOIN generate_series(1, ${postsPerThread}) p
      JOIN (${signed}) w ON w.author = ${id('person', memberOf(`(1 + t.n % ${networks})`, '(t.n + p) % 40'))}
      CROSS JOIN LATERAL (SELECT ${text('(t.n * 50 + p)', 24)} AS words) b`,
    ],
    [
      'one long thread',
      `
      WITH grown AS (UPDATE threads SET posts_count = ${longThread}, last_post_no = ${longThread} WHERE id = ${id('thread', 0)} RETURNING *)
      INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, author_school, author_profession, body, body_html, lang, created_at)
      SELECT ${id('post', `90000000 + p`)}, g.county_id, g.network_id, g.id, p, w.author, w.school, w.profession, b.words, '<p>' || b.words || '</p>', 'en', g.created_at + p * interval '1 minute'
      FROM grown g CROSS JOIN generate_series(${postsPerThread + 1}, ${longThread}) p JOIN (${signed}) w ON w.author = ${id('person', memberOf('1', 'p % 40'))} CROSS JOIN LATERAL (SELECT ${text('p', 24)} AS words) b`,
    ],
    [
      'counters',
      `
      UPDATE networks n SET members_count = m.members, threads_count = t.threads, posts_count = t.posts, last_activity_at = t.last_at
      FROM (SELECT network_id, count(*)::int AS members FROM memberships GROUP BY 1) m,
        (SELECT network_id, count(*)::int AS threads, sum(posts_count)::int AS posts, max(last_post_at) AS last_at FROM threads GROUP BY 1) t
      WHERE m.network_id = n.id AND t.network_id = n.id`,
    ],
    [
      'first replies',
      `
      UPDATE threads t SET first_reply_at = f.at
      FROM (SELECT p.thread_id, min(p.created_at) AS at FROM posts p JOIN threads o ON o.id = p.thread_id WHERE p.author_id <> o.author_id GROUP BY 1) f WHERE f.thread_id = t.id`,
    ],
    ['with search', 'ALTER TABLE posts ENABLE TRIGGER posts_words'],
    [
      'sessions',
      `
      INSERT INTO sessions (id, token_hash, person_id, created_at, last_seen_at, expires_at)
      SELECT ${id('session', 'n')}, sha256(('bench-token-' || n)::bytea), ${id('person', 'n')}, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '10 years' FROM generate_series(1, 2000) n`,
    ],
    ...librarySteps(scale),
  ];
}

/** The id that `bench_id` gives a record. @param kind a key of `KIND` */
export function idOf(kind, n) {
  const hex = (KIND[kind] * 10_000_000_000 + n).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The session of the person with this number. */
export const tokenOf = (person) => `bench-token-${person}`;

/** The person with this number signs in with this cookie. Number 1 to 60: county coordinators; `memberOfNetwork(1)`: a plain member. */
export const cookieOf = (person) => `__Host-stoa=${tokenOf(person)}`;

/** The number of the person who is member `m` of a network. */
export const memberOfNetwork = (network, m, people) => 1 + ((network * 37 + m * 11) % people);
