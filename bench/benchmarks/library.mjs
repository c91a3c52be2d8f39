import { libraryWord } from '../lib/data.mjs';
import { byHash, post } from './request.mjs';

const VIEWERS = 40;
/** What people seek: words that are in hundreds of resources or in thousands, alone, with another one, and with facets. */
const ASKED = [
  { query: libraryWord(2000) },
  { query: `${libraryWord(300)} ${libraryWord(45)}` },
  { query: libraryWord(700), filter: { kinds: ['GUIDE'] } },
  { query: libraryWord(150), filter: { languages: ['en'], subjects: ['HISTORY'] } },
  {},
];
const FACETS = ['topics', 'subjects', 'levels', 'kinds', 'languages', 'minutes', 'licences', 'networks', 'centres'];
const NONE = Object.fromEntries(FACETS.map((facet) => [facet, []]));
const variablesOf = ({ query = null, filter = {} }) => ({ first: 20, query, filter: { ...NONE, ...filter } });
const each = (make) => Array.from({ length: VIEWERS }, (_, index) => make(200 + index, variablesOf(ASKED[index % ASKED.length])));

/** The library's page: 20 results with the counts of all facets, among 200,000 resources. */
export const library = {
  name: 'library',
  what: 'library search: 20 of 200,000 resources with excerpts and the counts of nine facets, for words and facets in turn',
  goal: 0.9,
  sqlGoal: 2,
  // One search takes a tenth of a second of one core: more at once would wait for seconds, and Stoa turns away what must wait so long.
  connections: 8,
  stoa: ({ operations }) => each((person, variables) => byHash(operations, 'LibraryPageQuery', variables, person)),
  limit: () => each((person, variables) => post({ variables }, person, '/library')),
};

const typed = [libraryWord(2000), libraryWord(300).slice(0, 2), `${libraryWord(45)} ${libraryWord(6)}`, libraryWord(12345).slice(0, 3)];

/** What is suggested while somebody types. */
export const suggestions = {
  name: 'suggestions',
  what: 'suggestions of the library for what somebody types, among 200,000 titles',
  goal: 0.9,
  sqlGoal: 2,
  stoa: ({ operations }) =>
    Array.from({ length: VIEWERS }, (_, index) =>
      byHash(operations, 'LibrarySuggestionsQuery', { query: typed[index % typed.length], first: 8 }, 200 + index),
    ),
  limit: () =>
    Array.from({ length: VIEWERS }, (_, index) =>
      post({ variables: { query: typed[index % typed.length], first: 8 } }, 200 + index, '/suggestions'),
    ),
};
