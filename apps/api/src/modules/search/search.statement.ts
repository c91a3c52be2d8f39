import type { Language } from '@stoa/domain';
import type { Viewer } from '../../platform/authorize.js';
import { discussionReach, threadsVisibleTo } from '../discussions/index.js';
import { libraryReach, textMatch, wordsVisibleTo } from '../library/index.js';
import { networkReach, networksVisibleTo } from '../networks/index.js';
import { peopleFoundBy, peopleReach } from './search.policy.js';
import type { SearchKind } from './search.types.js';

/** A record that was found. */
export interface HitRow {
  kind: SearchKind;
  id: string;
  title: string;
  lang: string;
  detail: string | null;
  detail_lang: string | null;
  path: string;
}

/** What a search asks for. */
export interface SearchOf {
  viewer: Viewer;
  lang: Language;
  today: string;
  /** Folded words; not empty. */
  words: readonly string[];
  /** What was typed. */
  query: string;
  /** At most so many of each kind. */
  limit: number;
}

const ROUTES: Readonly<Record<SearchKind, string>> = {
  NETWORK: '/networks/',
  THREAD: '/networks/',
  RESOURCE: '/library/',
  TOPIC: '/find?topic=',
  STRUCTURE: '/structures/',
  CENTRE: '/centres/',
  SCHOOL: '/schools/',
  PERSON: '/people/',
};

/**
 * All kinds of records at once: one statement. Each part keeps to the scope of the list that the record's module shows; a record whose
 * name begins with the first word comes first.
 */
export function searchStatement({ viewer, lang, today, words, query: typed, limit }: SearchOf): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const all = <Key extends string>(of: Record<Key, unknown>): Record<Key, string> =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, $(value)])) as Record<Key, string>;
  // Folded words hold letters and digits only, so none of the signs of LIKE or of a tsquery.
  const [likes, begins, reader, most, day] = [$(words.map((word) => `% ${word}%`)), $(`${words[0] ?? ''}%`), $(lang), $(limit), $(today)];
  const query = $(words.map((word) => `'${word}':*`).join(' & '));
  const found = (column: string): string => `' ' || ${column} LIKE ALL (${likes}::text[])`;
  const name = (table: string): string => `coalesce(${table}.names ->> ${reader}::text, ${table}.names ->> ${table}.lang)`;
  const nameLang = (table: string): string => `CASE WHEN ${table}.names ? ${reader}::text THEN ${reader}::text ELSE ${table}.lang END`;
  const part = (
    kind: SearchKind,
    { columns, from, where, order, table }: { columns: string; from: string; where: string; order: string; table: string },
  ): string =>
    `(SELECT '${kind}' AS kind, ${columns} FROM ${from} WHERE ${where} ORDER BY ${table}.search NOT LIKE ${begins}::text, ${order} LIMIT ${most})`;
  const read = discussionReach(viewer);
  const me = $(viewer.personId);
  const threads = { read: all({ ...read.read }), log: all({ ...read.log }), personId: me };
  const sought = textMatch(typed);
  // By the library's own index; titles that hold the words come first, then what is in the reader's language.
  const resources = (of: { all: string; title: string }): string =>
    `(SELECT 'RESOURCE' AS kind, r.id, r.title, r.lang, NULL, NULL, '${ROUTES.RESOURCE}' || r.slug FROM (
        SELECT w.resource_id, w.resource_id IN (SELECT x.resource_id FROM library_matches(${$(of.title)}::tsquery) x) AS titled, w.lang = ${reader}::text AS own, w.published_at FROM library_matches(${$(of.all)}::tsquery) w
        WHERE ${wordsVisibleTo(all({ ...libraryReach(viewer) }))} ORDER BY 2 DESC, 3 DESC, 4 DESC, 1 LIMIT ${most}) w
      JOIN resources r ON r.id = w.resource_id ORDER BY w.titled DESC, w.own DESC, w.published_at DESC, r.id)`;
  const topicName = `coalesce(tp.names ->> ${reader}::text, tp.names ->> 'en', tp.slug)`;
  const parts = [
    part('NETWORK', {
      columns: `n.id, n.name AS title, n.lang, ${name('t')} AS detail, ${nameLang('t')} AS detail_lang, '${ROUTES.NETWORK}' || n.slug AS path`,
      from: 'networks n JOIN territories t ON t.id = n.county_id',
      where: `${found('n.search')} AND ${networksVisibleTo(all({ ...networkReach(viewer) }))}`,
      order: 'n.last_activity_at DESC, n.id',
      table: 'n',
    }),
    part('THREAD', {
      columns: `t.id, t.title, t.lang, tn.name, tn.lang, '${ROUTES.THREAD}' || tn.slug || '/discussions/' || t.no || '-' || t.slug`,
      from: 'threads t JOIN territories c ON c.id = t.county_id JOIN networks tn ON tn.id = t.network_id',
      // First the words, by their index: how many threads have one PostgreSQL guesses too high, and would read them all.
      where: `t.id = ANY(ARRAY(SELECT tw.thread_id FROM thread_words tw WHERE tw.words @@ ${query}::tsquery)) AND ${threadsVisibleTo(threads)}`,
      order: 't.last_post_at DESC, t.id',
      table: 't',
    }),
    ...(sought ? [resources(sought)] : []),
    part('TOPIC', {
      columns: `tp.id, ${topicName}, CASE WHEN tp.names ? ${reader}::text THEN ${reader}::text ELSE 'en' END, NULL, NULL, '${ROUTES.TOPIC}' || tp.slug`,
      from: 'topics tp',
      where: `${found('tp.search')} AND tp.retired_at IS NULL`,
      order: 'tp.search, tp.id',
      table: 'tp',
    }),
    part('STRUCTURE', {
      columns: `s.id, ${name('s')}, ${nameLang('s')}, ${name('sc')}, ${nameLang('sc')}, '${ROUTES.STRUCTURE}' || s.slug`,
      from: 'structures s JOIN centres sc ON sc.id = s.centre_id',
      where: `s.status = 'ACTIVE' AND (${found('s.search')} OR EXISTS (SELECT 1 FROM structure_topics x JOIN topics xt ON xt.id = x.topic_id AND xt.retired_at IS NULL WHERE x.structure_id = s.id AND ${found('xt.search')}))`,
      order: 's.search, s.id',
      table: 's',
    }),
    part('CENTRE', {
      columns: `ce.id, ${name('ce')}, ${nameLang('ce')}, ${name('ct')}, ${nameLang('ct')}, '${ROUTES.CENTRE}' || ce.slug`,
      from: 'centres ce JOIN territories ct ON ct.id = ce.territory_id',
      where: `ce.status IN ('PLANNED', 'ACTIVE') AND ${found('ce.search')}`,
      order: 'ce.search, ce.id',
      table: 'ce',
    }),
    part('SCHOOL', {
      columns: `sch.id, sch.name, sch.lang, sch.city, sch.lang, '${ROUTES.SCHOOL}' || sch.slug`,
      from: 'schools sch',
      where: `sch.status = 'ACTIVE' AND ${found('sch.search')}`,
      order: 'sch.search, sch.id',
      table: 'sch',
    }),
    part('PERSON', {
      columns: `p.id, p.display_name, '', NULL, NULL, '${ROUTES.PERSON}' || p.handle`,
      from: 'people p',
      where: `words_of(p.search) @@ ${query}::tsquery AND ${peopleFoundBy(all({ ...peopleReach(viewer) }), day)}`,
      order: 'p.search, p.id',
      table: 'p',
    }),
  ];
  return { text: parts.join('\nUNION ALL\n'), values };
}
