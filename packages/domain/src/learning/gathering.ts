import { z } from 'zod';
import { RESOURCE_LANGUAGES, RESOURCE_VISIBILITIES } from '../library/kinds.js';
import { cleanText, code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';
import { note, url } from '../values/rules.js';
import { STEP_KINDS, COMPLETION_RULES, type CompletionRule } from './kinds.js';

/** Bounds of collections and learning paths. */
export const GATHERING_LIMITS = { items: 200, steps: 60, minutes: 60_000 } as const;

const uuid = z.uuid(code('INVALID'));
const lang = z.enum(RESOURCE_LANGUAGES, code('INVALID_LANGUAGE'));
const summary = text({ min: 0, max: LENGTHS.networkPurpose.max }, cleanText);

/** A collection as its owner writes it. */
export const collectionContent = z.object({
  title: text(LENGTHS.title),
  summary,
  lang,
  items: z
    .array(z.object({ resourceId: uuid, remark: note }))
    .max(GATHERING_LIMITS.items, code('TOO_MANY'))
    .refine((items) => new Set(items.map(({ resourceId }) => resourceId)).size === items.length, code('DUPLICATE')),
});
export type CollectionContent = z.output<typeof collectionContent>;

const step = z
  .object({
    /** Of a step that is there already, so that what was done of it stays. */
    id: uuid.nullable(),
    kind: z.enum(STEP_KINDS, code('INVALID_CHOICE')),
    /** Of a task; of others what it is for here, and may be empty. */
    title: text({ min: 0, max: LENGTHS.title.max }),
    text: note,
    resourceId: uuid.nullable(),
    threadId: uuid.nullable(),
    url: z.union([z.literal('').transform(() => null), z.null(), url]),
    required: z.boolean(code('INVALID')),
    minutes: z.number(code('INVALID')).int(code('INVALID')).min(1, code('TOO_SMALL')).max(6_000, code('TOO_BIG')).nullable(),
  })
  .superRefine((each, ctx) => {
    const need = (field: string): void => ctx.addIssue({ code: 'custom', path: [field], message: code('REQUIRED').error });
    if ((each.kind === 'RESOURCE' || each.kind === 'QUIZ') && each.resourceId === null) need('resourceId');
    if (each.kind === 'THREAD' && each.threadId === null) need('threadId');
    if (each.kind === 'TASK' && each.title === '') need('title');
  });

/** A learning path as it is written. */
export const pathContent = z
  .object({
    title: text(LENGTHS.title),
    summary,
    /** What one can do after it. */
    outcome: note,
    lang,
    visibility: z.enum(RESOURCE_VISIBILITIES, code('INVALID_CHOICE')),
    rule: z.enum(COMPLETION_RULES, code('INVALID_CHOICE')),
    /** Of the rule NUMBER. */
    needed: z.number(code('INVALID')).int(code('INVALID')).min(1, code('TOO_SMALL')).nullable(),
    /** What it counts for, in minutes. */
    minutes: z.number(code('INVALID')).int(code('INVALID')).min(0, code('TOO_SMALL')).max(GATHERING_LIMITS.minutes, code('TOO_BIG')),
    certificate: z.boolean(code('INVALID')),
    steps: z.array(step).max(GATHERING_LIMITS.steps, code('TOO_MANY')),
  })
  .superRefine((path, ctx) => {
    if (path.rule !== 'NUMBER') return;
    if (path.needed === null) ctx.addIssue({ code: 'custom', path: ['needed'], message: code('REQUIRED').error });
    else if (path.needed > path.steps.length) ctx.addIssue({ code: 'custom', path: ['needed'], message: code('TOO_BIG').error });
  });
export type PathContent = z.output<typeof pathContent>;

/** A step as far as completion asks. */
export interface StepStanding {
  required: boolean;
  done: boolean;
  /** Nobody can do it any more: what it was about was withdrawn or is gone. */
  gone: boolean;
}

/**
 * Whether a path is completed. A step that nobody can do any more is not asked for; a path none of whose steps is done is not completed.
 * @param needed of the rule NUMBER; where fewer steps are left than that, all that are left
 */
export function isCompleted(rule: CompletionRule, needed: number | null, steps: readonly StepStanding[]): boolean {
  const done = steps.filter((each) => each.done).length;
  if (done === 0) return false;
  const open = steps.filter((each) => each.done || !each.gone);
  if (rule === 'NUMBER') return done >= Math.min(needed ?? open.length, open.length);
  return open.every((each) => each.done || !each.required);
}
