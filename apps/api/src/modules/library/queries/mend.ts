import type { Sql } from '../../../platform/database/database.js';
import type { LibraryReach } from '../library.policy.js';
import { wordsVisibleTo } from '../library.policy.js';
import { deletions, distance, faultsAllowed } from '../words/near.js';
import { skeleton } from '../words/skeleton.js';
import { fieldWords } from '../words/synonyms.js';
import type { Word } from '../words/words.js';

/** A word that a word of a query may have meant. */
interface Candidate {
  no: number;
  word: string;
  shown: string;
  stem: string;
  how: 'letters' | 'begins' | 'near';
}

/** Candidates of a word that are looked at. */
const LOOKED_AT = 24;
/** Letters that a word begins with, and that are left of one in other letters without its ending. */
const SHORTEST = 3;
/** So many letters of an ending may stand behind a stem in other letters, and what each costs. */
const ENDING = 4;
const ENDING_COST = 0.35;

const CANDIDATES = `
  SELECT k.no, l.word, l.shown, l.stem, l.how FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[]) AS k(no, folded, skeletons, deletions),
    LATERAL (
      (SELECT word, shown, stem, 'letters' AS how FROM library_words WHERE skeleton = ANY(string_to_array(k.skeletons, ' ')) LIMIT 100)
      UNION ALL (SELECT word, shown, stem, 'begins' FROM library_words WHERE word LIKE k.folded || '%' ORDER BY length(word) LIMIT 20)
      UNION ALL (SELECT word, shown, stem, 'near' FROM library_words WHERE deletions && coalesce(string_to_array(nullif(k.deletions, ''), ','), '{}')::integer[] LIMIT 3000)
    ) l`;

/** How many resources that the viewer may read hold each stem, at most so many. */
const USES_MAX = 50;

function script(text: string): 'greek' | 'cyrillic' | 'latin' {
  if (/\p{Script=Greek}/u.test(text)) return 'greek';
  return /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
}

function skeletonsOf(folded: string): string[] {
  const whole = skeleton(folded);
  return Array.from({ length: ENDING + 1 }, (_, cut) => whole.slice(0, whole.length - cut)).filter((text) => text.length >= SHORTEST);
}

/** What a candidate costs: the less, the likelier it was meant; null where it is too far away. */
function costOf({ folded, stems }: Word, { word, stem, how }: Candidate): number | null {
  if ((script(word) === script(folded)) === (how === 'letters')) return null;
  if (how === 'letters') return (skeleton(folded).length - skeleton(word).length) * ENDING_COST;
  if (how === 'begins') return folded.length < SHORTEST ? null : 0.5 + (word.length - folded.length) * 0.1;
  const faults = Math.min(distance(folded, word), ...stems.map((own) => distance(own, stem)));
  return faults === 0 || faults > faultsAllowed(folded) ? null : faults + (word[0] === folded[0] ? 0 : 0.5);
}

/** The term of the field that was meant where no text has the word: texts may call the same otherwise. */
function fieldWord({ folded }: Word): Word | null {
  if (fieldWords().has(folded)) return null;
  const allowed = faultsAllowed(folded);
  const [nearest] = [...fieldWords().values()]
    .filter((word) => Math.abs(word.folded.length - folded.length) <= allowed)
    .map((word) => ({ word, faults: distance(folded, word.folded) }))
    .filter(({ faults }) => faults <= allowed)
    .toSorted((a, b) => a.faults - b.faults);
  return nearest?.word ?? null;
}

/** How many resources hold any of some stems, by the place of the stems; none is looked for beyond 50. */
export async function usesOf(sql: Sql, reach: LibraryReach, queries: readonly string[], lang: string | null = null): Promise<number[]> {
  if (queries.length === 0) return [];
  const visible = wordsVisibleTo({ personId: '$2', all: '$3', networkIds: '$4', scopeIds: '$5' });
  const rows = await sql.rows<{ no: number; uses: number }>(
    `SELECT q.no::int AS no, (SELECT count(*)::int FROM (SELECT 1 FROM library_matches(q.query::tsquery) w WHERE ($6::text IS NULL OR w.lang = $6) AND ${visible} LIMIT ${String(USES_MAX)}) u) AS uses
     FROM unnest($1::text[]) WITH ORDINALITY AS q(query, no)`,
    [queries, reach.personId, reach.all, reach.networkIds, reach.scopeIds, lang],
  );
  const uses = new Map(rows.map(({ no, uses: found }) => [no, found]));
  return queries.map((_, index) => uses.get(index + 1) ?? 0);
}

/**
 * The words of a query with those mended that no resource has which the viewer may read: misspelt, begun, or written in the letters of
 * another language; null where nothing better is known. Nothing is proposed but what such a resource holds.
 * @param lang only words of resources in this language, and only those that are written in other letters; null: all
 */
export async function mend(sql: Sql, reach: LibraryReach, words: readonly Word[], lang: string | null): Promise<Word[] | null> {
  const known = await usesOf(
    sql,
    reach,
    words.map(({ stems }) => stems.map((stem) => `'${stem}'`).join(' | ')),
    lang,
  );
  const unknown = words.flatMap((word, no) => ((known[no] ?? 0) === 0 && !/\p{N}/u.test(word.folded) ? [{ word, no }] : []));
  if (unknown.length === 0) return null;
  const candidates = await sql.rows<Candidate>(CANDIDATES, [
    unknown.map(({ no }) => no),
    unknown.map(({ word }) => word.folded),
    unknown.map(({ word }) => skeletonsOf(word.folded).join(' ')),
    unknown.map(({ word }) => (lang === null ? [...new Set([word.folded, ...word.stems].flatMap(deletions))].join(',') : '')),
  ]);
  const costed = unknown.flatMap(({ word, no }) => {
    const own = candidates.filter((candidate) => candidate.no === no && (lang === null || candidate.how === 'letters'));
    return own
      .flatMap((candidate) => {
        const cost = costOf(word, candidate);
        return cost === null ? [] : [{ ...candidate, cost }];
      })
      .toSorted((a, b) => a.cost - b.cost)
      .filter(({ stem }, index, sorted) => sorted.findIndex((other) => other.stem === stem) === index)
      .slice(0, LOOKED_AT);
  });
  const uses = await usesOf(
    sql,
    reach,
    costed.map(({ stem }) => `'${stem}'`),
    lang,
  );
  let mended = false;
  const meant = words.map((word, no): Word => {
    const best = costed
      .map((candidate, index) => ({ ...candidate, uses: uses[index] ?? 0 }))
      .filter((candidate) => candidate.no === no && candidate.uses > 0)
      .toSorted((a, b) => a.cost - b.cost || b.uses - a.uses)
      .filter((candidate, _, [first]) => candidate.cost <= (first?.cost ?? 0) + 0.01);
    const [first] = best;
    const field = !first && lang === null && unknown.some((each) => each.no === no) ? fieldWord(word) : null;
    if (field) mended = true;
    if (!first) return field ?? word;
    mended = true;
    // What is written alike in other letters may be several words; all of them were meant.
    const stems = first.how === 'letters' ? [...new Set(best.map(({ stem }) => stem))] : [first.stem];
    return { shown: first.shown, folded: word.folded, stems };
  });
  return mended ? meant : null;
}
