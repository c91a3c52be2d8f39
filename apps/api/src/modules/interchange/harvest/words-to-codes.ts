import {
  AUDIENCES,
  foldText,
  RESOURCE_KINDS,
  RESOURCE_LANGUAGES,
  SCHOOL_LEVELS,
  SUBJECTS,
  type ResourceKind,
  type ResourceLanguage,
} from '@stoa/domain';
import { wordsOf } from '../public/shown.js';

function byWords<Code extends string>(codes: readonly Code[], more: Readonly<Record<string, Code>> = {}): (text: string) => Code | null {
  const known = new Map<string, Code>([...codes.map((code) => [wordsOf(code), code] as const), ...Object.entries(more)]);
  return (text) => known.get(foldText(text).replaceAll('_', ' ')) ?? null;
}

/**
 * Kinds by the words of this program, of the DCMI Type Vocabulary, of LOM (IEEE 1484.12.1, 5.2) and of what repositories of Europe's ministries
 * say; null: unknown.
 */
export const kindOf: (text: string) => ResourceKind | null = byWords(RESOURCE_KINDS, {
  ...{ movingimage: 'RECORDING', sound: 'RECORDING', lecture: 'RECORDING', video: 'RECORDING', audio: 'RECORDING', podcast: 'RECORDING' },
  ...{ slide: 'PRESENTATION', slides: 'PRESENTATION' },
  ...{ exercise: 'WORKSHEET', 'problem statement': 'WORKSHEET', 'drill and practice': 'WORKSHEET' },
  ...{ questionnaire: 'QUIZ', exam: 'QUIZ', 'self assessment': 'QUIZ', assessment: 'QUIZ', test: 'QUIZ' },
  ...{ simulation: 'SOFTWARE', application: 'SOFTWARE', 'educational game': 'SOFTWARE', tool: 'SOFTWARE' },
  ...{ 'lesson plan': 'LESSON_SCENARIO', 'teaching plan': 'LESSON_SCENARIO', 'learning scenario': 'LESSON_SCENARIO' },
  ...{ website: 'LINK', 'web page': 'LINK' },
});
export const subjectOf = byWords(SUBJECTS, {
  ...{ mathematic: 'MATHEMATICS', maths: 'MATHEMATICS', math: 'MATHEMATICS', algebra: 'MATHEMATICS', geometry: 'MATHEMATICS' },
  ...{ 'computer science': 'INFORMATICS', computing: 'INFORMATICS', ict: 'INFORMATICS' },
  ...{
    'natural sciences': 'NATURE',
    science: 'NATURE',
    arts: 'ART',
    sport: 'PHYSICAL_EDUCATION',
    religion: 'RELIGION_ETHICS',
    ethics: 'RELIGION_ETHICS',
  },
});
export const levelOf = byWords(SCHOOL_LEVELS, {
  'primary school': 'PRIMARY',
  kindergarten: 'PRESCHOOL',
  'higher education': 'POST_SECONDARY',
});
export const audienceOf = byWords(AUDIENCES, {
  teacher: 'TEACHERS',
  learner: 'STUDENTS',
  manager: 'PRINCIPALS',
  parent: 'PARENTS',
  student: 'STUDENTS',
});

/** Codes of three letters (ISO 639-2, both forms) of the languages that resources have. */
const LONG: Readonly<Record<string, ResourceLanguage>> = {
  ...{ eng: 'en', ell: 'el', gre: 'el', pol: 'pl', rus: 'ru', deu: 'de', ger: 'de', fra: 'fr', fre: 'fr', spa: 'es', ita: 'it' },
  ...{ ukr: 'uk', tur: 'tr', sqi: 'sq', alb: 'sq', bul: 'bg', ron: 'ro', rum: 'ro' },
};

/** A language as repositories write one: `el`, `el-GR`, `ell`; null where it is none that resources have. */
export function languageOf(text: string): ResourceLanguage | null {
  const tag = text.toLowerCase().split(/[-_]/u)[0] ?? '';
  return LONG[tag] ?? RESOURCE_LANGUAGES.find((lang) => lang === tag) ?? null;
}
