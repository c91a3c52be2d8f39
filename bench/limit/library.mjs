// The same statement as Stoa's, with the viewer looked up in it, sent by hand; and the same marks in excerpts, since those are bytes of the answer.
import 'reflect-metadata';
import { excerptOf } from '../../apps/api/dist/modules/library/queries/excerpt.js';
import { libraryStatement } from '../../apps/api/dist/modules/library/queries/library.statement.js';
import { suggestionStatement } from '../../apps/api/dist/modules/library/queries/suggestions.js';
import { soughtWords, textQuery } from '../../apps/api/dist/modules/library/words/query.js';
import { NOW, TODAY, VIEWER } from './viewer.mjs';

const REACH = ['(SELECT person_id FROM v)', '(SELECT everything FROM v)', '(SELECT networks FROM v)', '(SELECT scopes FROM v)'];
const NO_REACH = { personId: null, all: false, networkIds: [], scopeIds: [] };
const FACETS = [
  ['TOPIC', 'topics'],
  ['SUBJECT', 'subjects'],
  ['LEVEL', 'levels'],
  ['KIND', 'kinds'],
  ['LANGUAGE', 'languages'],
  ['MINUTES', 'minutes'],
  ['LICENCE', 'licences'],
  ['NETWORK', 'networks'],
  ['CENTRE', 'centres'],
];
const json = JSON.stringify;

/** A statement whose first four values are the viewer's reach, with the viewer read in it instead. */
function withViewer({ text, values }) {
  const own = text.replace(/\$(\d+)/gu, (_, n) => REACH[n - 1] ?? `$${n - 1}`);
  return { text: own.startsWith('WITH ') ? `WITH ${VIEWER},\n${own.slice(5)}` : `WITH ${VIEWER}\n${own}`, values: values.slice(4) };
}

/** Names of statements by their text, as a driver has them. */
const names = new Map();
function nameOf(text) {
  if (!names.has(text)) names.set(text, `library${names.size}`);
  return names.get(text);
}

/** The library's page: 20 results with the counts of all facets. */
export async function library({ variables: { first, query, filter }, token, rows, seal }) {
  const sought = query ? textQuery(soughtWords(query)) : null;
  const chosen = Object.fromEntries(FACETS.flatMap(([facet, name]) => (filter[name]?.length > 0 ? [[facet, filter[name]]] : [])));
  const statement = withViewer(
    libraryStatement({ reach: NO_REACH, lang: 'en', first: 'en', text: sought, chosen, offset: 0, limit: first + 1 }),
  );
  const found = await rows(nameOf(statement.text), statement.text, [token, TODAY, NOW, ...statement.values]);
  const told = found.find((row) => row[41])[41];
  const shown = found.filter((row) => row[0]).slice(0, first);
  const stems = new Set(sought?.words.flatMap((word) => word.stems));
  let text = `{"data":{"library":{"totalCount":${told.total},"firstLanguage":"en","otherLanguages":${told.total - told.own},"meant":null,"loose":false,"edges":[`;
  shown.forEach((r, i) => {
    const parts = sought ? excerptOf([r[16], r[15], r[40] ?? ''], r[13], stems) : [];
    const excerpt = parts.map((part) => `{"text":${json(part.text)},"found":${part.found},"__typename":"ExcerptPart"}`).join(',');
    text += `${i ? ',' : ''}{"excerpt":[${excerpt}],"node":{"id":"Resource_${r[0]}","slug":${json(r[1])},"title":${json(r[14])},"lang":"${r[13]}","kind":"${r[12]}","state":"${r[9]}","visibility":"${r[11]}","outcome":${json(r[15])},"minutes":${r[17]},"usefulCount":${r[28]},"__typename":"Resource"},"__typename":"LibraryEdge"}`;
  });
  const end = shown.length > 0 ? json(seal([shown.length])) : 'null';
  text += `],"pageInfo":{"hasNextPage":${found.length > first},"endCursor":${end},"__typename":"PageInfo"},"facets":[`;
  text += FACETS.flatMap(([facet]) => {
    const values = (told.facets ?? []).filter(([of]) => of === facet);
    if (values.length === 0) return [];
    const all = values.map(
      ([, value, count, name, lang, isChosen]) =>
        `{"value":${json(value)},"count":${count},"name":${json(name)},"lang":${json(lang)},"chosen":${isChosen},"__typename":"LibraryFacetValue"}`,
    );
    return [`{"facet":"${facet}","values":[${all.join(',')}],"__typename":"LibraryFacetCounts"}`];
  }).join(',');
  return `${text}],"__typename":"LibraryPage"}}}`;
}

/** What is suggested while somebody types. */
export async function suggestions({ variables: { query, first }, token, rows }) {
  const made = suggestionStatement({ reach: NO_REACH, lang: 'en', query, first });
  if (!made) return '{"data":{"librarySuggestions":[]}}';
  const statement = withViewer(made);
  const found = await rows(nameOf(statement.text), statement.text, [token, TODAY, NOW, ...statement.values]);
  const all = found.slice(0, first).map(([kind, id, text, lang, path]) => {
    const global = `${kind === 'TOPIC' ? 'Topic' : 'Resource'}_${id}`;
    return `{"id":"${global}","text":${json(text)},"lang":"${lang}","path":${json(path)},"__typename":"LibrarySuggestion"}`;
  });
  return `{"data":{"librarySuggestions":[${all.join(',')}]}}`;
}
