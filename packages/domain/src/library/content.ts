import { z } from 'zod';
import { AUDIENCES, SCHOOL_LEVELS } from '../directory/kinds.js';
import { cleanText, code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';
import { note, url } from '../values/rules.js';
import { LICENCES } from './licences.js';
import { RESOURCE_FIELDS, RESOURCE_KINDS, RESOURCE_LANGUAGES, RESOURCE_VISIBILITIES, SUBJECTS } from './kinds.js';
import { RESOURCE_LIMITS, PRACTICE_QUESTIONS, type PracticeQuestion, RESOURCE_FILE_ROLES } from './kinds.js';

const optional = (max: number) => text({ min: 0, max }, cleanText);
const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.array(z.enum(values, code('INVALID_CHOICE'))).overwrite((chosen) => values.filter((value) => chosen.includes(value)));
const uuid = z.uuid(code('INVALID'));

/** One file of a resource: `id` names the resource's file, `alt` says what a picture, recording or video holds for who cannot see or hear it. */
const file = z.object({
  id: uuid,
  title: text({ min: 0, max: LENGTHS.title.max }),
  alt: optional(LENGTHS.note.max),
  role: z.enum(RESOURCE_FILE_ROLES, code('INVALID_CHOICE')),
  lang: z.enum(RESOURCE_LANGUAGES, code('INVALID_LANGUAGE')).nullable(),
});

const practice = z.object(
  Object.fromEntries(PRACTICE_QUESTIONS.map((question) => [question, optional(LENGTHS.narrative.max)])) as Record<
    PracticeQuestion,
    ReturnType<typeof optional>
  >,
);

/** A resource as its writer keeps it on the way: a title, and whatever else is there already. */
export const resourceDraft = z.object({
  kind: z.enum(RESOURCE_KINDS, code('INVALID_CHOICE')),
  title: text(LENGTHS.title),
  lang: z.enum(RESOURCE_LANGUAGES, code('INVALID_LANGUAGE')),
  visibility: z.enum(RESOURCE_VISIBILITIES, code('INVALID_CHOICE')),
  /** What one can do after it. */
  outcome: optional(LENGTHS.note.max),
  /** What it is, in a few sentences. */
  summary: optional(LENGTHS.networkPurpose.max),
  /** Markdown. */
  body: optional(60_000),
  minutes: z
    .number(code('INVALID'))
    .int(code('INVALID'))
    .min(1, code('TOO_SMALL'))
    .max(RESOURCE_LIMITS.minutes, code('TOO_BIG'))
    .nullable(),
  licence: z.enum(LICENCES, code('INVALID_CHOICE')).nullable(),
  /** Whom to name and what was agreed, where the licence asks for it. */
  attribution: note,
  authors: z.array(text(LENGTHS.personName)).max(RESOURCE_LIMITS.authors, code('TOO_MANY')),
  subjects: listOf(SUBJECTS),
  levels: listOf(SCHOOL_LEVELS),
  audiences: listOf(AUDIENCES),
  topicIds: z.array(uuid).max(RESOURCE_LIMITS.topics, code('TOO_MANY')),
  files: z.array(file).max(RESOURCE_LIMITS.files, code('TOO_MANY')),
  links: z.array(z.object({ url, title: text({ min: 0, max: LENGTHS.title.max }) })).max(RESOURCE_LIMITS.links, code('TOO_MANY')),
  practice: practice.nullable(),
});
export type ResourceContent = z.output<typeof resourceDraft>;
export type ResourceFileContent = ResourceContent['files'][number];

const REQUIRED_OF_ALL = ['outcome', 'summary', 'licence'] as const;
const NEED_ATTRIBUTION = ['PERMISSION', 'OTHER'];

/** A resource as it may be submitted: what a reader and a reviewer need is there. */
export const resourceContent = resourceDraft.superRefine((content, ctx) => {
  const need = (...path: (string | number)[]) => ctx.addIssue({ code: 'custom', path, message: code('REQUIRED').error });
  for (const field of REQUIRED_OF_ALL) if (!content[field]) need(field);
  if (content.authors.length === 0) need('authors');
  if (content.topicIds.length === 0 && content.subjects.length === 0) need('topicIds');
  if (content.licence && NEED_ATTRIBUTION.includes(content.licence) && content.attribution === '') need('attribution');
  if (content.kind === 'GOOD_PRACTICE') {
    for (const question of PRACTICE_QUESTIONS) if (!content.practice?.[question]) need('practice', question);
  } else if (content.kind === 'LINK') {
    if (content.links.length === 0) need('links');
  } else if (content.kind !== 'QUIZ' && content.body === '' && content.files.length === 0 && content.links.length === 0) need('body');
});

/** A remark of a reviewer on one field of a version, or on the whole where `field` is empty. */
export const resourceRemarks = z
  .array(z.object({ field: z.enum(['', ...RESOURCE_FIELDS]), text: text(LENGTHS.reason, cleanText) }))
  .min(1, code('REQUIRED'))
  .max(40, code('TOO_MANY'));
export type ResourceRemark = z.output<typeof resourceRemarks>[number];
