import {
  AUDIENCES,
  LENGTHS,
  LICENCES,
  licenceOfUrl,
  RESOURCE_LIMITS,
  rules,
  SCHOOL_LEVELS,
  SUBJECTS,
  type Audience,
  type Licence,
  type ResourceLanguage,
  type SchoolLevel,
  type Subject,
} from '@stoa/domain';
import { byRule, type ImportColumn, type ImportParams, type Parsed } from '../../../platform/csv/index.js';
import { audienceOf, languageOf, levelOf, subjectOf } from '../harvest/words-to-codes.js';
import { wordsOf } from '../public/shown.js';

/** What a row says of a work, whatever leads to it. */
export interface WorkRow {
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

/** A text of any words, so long at most. */
export const free = (labels: readonly string[], max: number): ImportColumn<string> => ({
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

/** The columns of a work. */
export function workColumns({ lang, county }: ImportParams): { [Key in keyof WorkRow]: ImportColumn<WorkRow[Key]> } {
  const territory = byRule(rules.territoryCode);
  return {
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
  };
}
