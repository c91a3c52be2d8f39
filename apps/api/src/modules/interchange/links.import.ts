import {
  AUDIENCES,
  EMPTY_RESOURCE,
  foldText,
  LENGTHS,
  LICENCES,
  licenceOfUrl,
  parse,
  RESOURCE_LIMITS,
  resourceDraft,
  rules,
  SCHOOL_LEVELS,
  SUBJECTS,
  type Audience,
  type Licence,
  type ResourceContent,
  type ResourceLanguage,
  type SchoolLevel,
  type Subject,
} from '@stoa/domain';
import {
  batchTarget,
  byRule,
  importKind,
  type BatchPlan,
  type ImportColumn,
  type ImportDefinition,
  type ImportParams,
  type ImportRow,
  type Parsed,
} from '../../platform/csv/index.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { landAgain, landAll } from './harvest/land.js';
import { likenessesOf, topicWords } from './harvest/to-content.js';
import { audienceOf, languageOf, levelOf, subjectOf } from './harvest/words-to-codes.js';
import { wordsOf } from './public/shown.js';

interface LinkRow {
  url: string;
  title: string;
  summary: string;
  outcome: string;
  authors: string[];
  lang: ResourceLanguage;
  licence: Licence | null;
  topics: string[];
  subjects: Subject[];
  levels: SchoolLevel[];
  audiences: Audience[];
  minutes: number | null;
  countyCode: string;
}

/** Several texts in one cell, with semicolons, bars or line breaks between them. */
function list<V>(labels: readonly string[], one: (text: string) => V | null, code: string, choices?: readonly string[]): ImportColumn<V[]> {
  return {
    labels,
    required: false,
    ...(choices && { choices }),
    parse(text): Parsed<V[]> {
      const parts = text
        .split(/[;|\n]+/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const values = parts.map(one);
      return values.includes(null) ? { code } : { value: values as V[] };
    },
  };
}

const free = (labels: readonly string[], max: number): ImportColumn<string> => ({
  labels,
  required: false,
  parse: (text) => (text.length > max ? { code: 'TOO_LONG' } : { value: text }),
});

/** A licence by its address, or by its name as people write it: `CC BY-SA 4.0`. */
function licenceNamed(text: string): Licence | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .replace(/ \d(\.\d)?$/u, '');
  return licenceOfUrl(text) ?? LICENCES.find((licence) => wordsOf(licence) === plain) ?? null;
}

function definition({ lang, county }: ImportParams): ImportDefinition<LinkRow> {
  const territory = byRule(rules.territoryCode);
  return {
    kind: 'links',
    keyOf: ({ url, title }) => likenessesOf({ kind: 'LINK', title, authors: [], links: [{ url, title: '' }] })[0] ?? url,
    columns: {
      url: {
        labels: ['link', 'address', 'web address', 'διεύθυνση', 'σύνδεσμος', 'adres', 'odnośnik', 'адрес', 'ссылка'],
        required: true,
        parse: byRule(rules.url),
      },
      title: { labels: ['name', 'τίτλος', 'tytuł', 'nazwa', 'название', 'заголовок'], required: true, parse: byRule(rules.title) },
      summary: free(['description', 'abstract', 'περιγραφή', 'opis', 'описание'], LENGTHS.networkPurpose.max),
      outcome: free(['what one can do after it', 'στόχος', 'cel', 'цель'], LENGTHS.note.max),
      authors: list(
        ['author', 'creator', 'συγγραφέας', 'autor', 'автор'],
        (text) => (text.length > LENGTHS.personName.max ? null : text),
        'TOO_LONG',
      ),
      lang: {
        labels: ['language', 'γλώσσα', 'język', 'язык'],
        required: lang === null,
        parse(text) {
          const found = text === '' ? lang : languageOf(text);
          return found ? { value: found } : { code: 'INVALID_LANGUAGE' };
        },
      },
      licence: {
        labels: ['license', 'rights', 'άδεια', 'licencja', 'лицензия'],
        required: false,
        choices: LICENCES,
        parse(text) {
          if (text === '') return { value: null };
          const found = licenceNamed(text);
          return found ? { value: found } : { code: 'INVALID_CHOICE' };
        },
      },
      topics: list(['topic', 'θέμα', 'temat', 'obszar', 'тема'], (text) => text, 'TOPIC_UNKNOWN'),
      subjects: list(['subject', 'μάθημα', 'przedmiot', 'предмет'], subjectOf, 'INVALID_CHOICE', SUBJECTS),
      levels: list(['level', 'βαθμίδα', 'poziom', 'уровень'], levelOf, 'INVALID_CHOICE', SCHOOL_LEVELS),
      audiences: list(['audience', 'κοινό', 'odbiorcy', 'аудитория'], audienceOf, 'INVALID_CHOICE', AUDIENCES),
      minutes: {
        labels: ['duration', 'λεπτά', 'minuty', 'минуты'],
        required: false,
        parse(text) {
          if (text === '') return { value: null };
          const value = Number(text);
          return Number.isInteger(value) && value >= 1 && value <= RESOURCE_LIMITS.minutes ? { value } : { code: 'INVALID_CHOICE' };
        },
      },
      countyCode: {
        labels: ['territory', 'territory code', 'county code', 'νομός', 'teryt', 'powiat', 'район'],
        required: county === null,
        parse: (text) => territory(text === '' && county ? county : text),
      },
    },
  };
}

function contentOf(
  { countyCode: _county, topics: _topics, url, ...said }: LinkRow,
  topicIds: readonly string[],
): ReturnType<typeof parse<ResourceContent>> {
  return parse(resourceDraft, {
    ...EMPTY_RESOURCE,
    ...said,
    kind: 'LINK',
    topicIds: topicIds.slice(0, RESOURCE_LIMITS.topics),
    links: [{ url, title: '' }],
  });
}

interface Known {
  id: string;
  likeness: string;
  content: ResourceContent;
  /** It came by such an import, so it may follow one. */
  is_ours: boolean;
}

interface Plan extends BatchPlan {
  content: ResourceContent | null;
  territoryId: string;
  known: Known | null;
}

async function decide(sql: Sql, rows: readonly ImportRow<LinkRow>[]): Promise<Plan[]> {
  const topics = await topicWords(sql);
  const counties = new Map(
    (
      await sql.rows<{ id: string; code: string }>(`SELECT id, code FROM territories WHERE kind = 'COUNTY' AND code = ANY($1)`, [
        [...new Set(rows.map(({ value }) => value.countyCode))],
      ])
    ).map(({ id, code }) => [code, id]),
  );
  const known = await sql.rows<Known>(
    `SELECT DISTINCT ON (l.likeness) l.likeness, r.id, v.content, r.kind = 'LINK' AND r.proposed_by IS NULL AND r.state = 'PUBLISHED'
       AND NOT EXISTS (SELECT 1 FROM harvested_records h WHERE h.resource_id = r.id) AS is_ours
     FROM resource_likenesses l JOIN resources r ON r.id = l.resource_id JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no
     WHERE l.likeness = ANY($1) AND r.visibility = 'PUBLIC' ORDER BY l.likeness, r.state = 'WITHDRAWN', r.id`,
    [rows.map(({ key }) => key)],
  );
  const byKey = new Map(known.map((each) => [each.likeness, each]));
  return rows.map(({ value, key }): Plan => {
    const found = byKey.get(key) ?? null;
    const territoryId = counties.get(value.countyCode);
    if (territoryId === undefined)
      return {
        content: null,
        territoryId: '',
        known: found,
        decision: { errors: [{ code: 'COUNTY_UNKNOWN', column: 'countyCode', value: value.countyCode }] },
      };
    const ids = value.topics.map((word) => topics.get(foldText(word)));
    const unknown = value.topics[ids.indexOf(undefined)];
    if (unknown !== undefined)
      return {
        content: null,
        territoryId,
        known: found,
        decision: { errors: [{ code: 'TOPIC_UNKNOWN', column: 'topics', value: unknown }] },
      };
    const parsed = contentOf(value, [...new Set(ids.filter((id) => id !== undefined))]);
    if (!parsed.ok)
      return { content: null, territoryId, known: found, decision: { errors: [{ code: parsed.errors[0]?.code ?? 'INVALID' }] } };
    const content = parsed.value;
    const isSame = found && (!found.is_ours || JSON.stringify({ ...found.content, ...said(content) }) === JSON.stringify(found.content));
    return { content, territoryId, known: found, decision: { action: !found ? 'create' : isSame ? 'skip' : 'update' } };
  });
}

/** What a file says of a link; what somebody here added to it stays. */
function said({
  body: _body,
  files: _files,
  practice: _practice,
  visibility: _visibility,
  ...rest
}: ResourceContent): Partial<ResourceContent> {
  return rest;
}

/** Import of links: by address, whatever its scheme, `www.` and last slash. They land as the county's. */
export const linksImport = importKind<LinkRow>({
  kind: 'links',
  definition,
  target: ({ db, clock }, _params, { afterBatch }) =>
    batchTarget<LinkRow, Plan>(
      db,
      {
        lock: 'links',
        decide,
        async insert(tx: Tx, plans) {
          const none = { network_id: null, structure_id: null, centre_id: null, school_id: null };
          const landings = plans.flatMap(({ content, territoryId }) =>
            content ? [{ content, owner: { territory_id: territoryId, ...none }, isHarvested: false }] : [],
          );
          await landAll(tx, landings, clock.now());
        },
        async update(tx: Tx, plans) {
          for (const { known, content } of plans) if (known && content) await landAgain(tx, known.id, content, [], clock.now());
        },
      },
      afterBatch,
    ),
});
