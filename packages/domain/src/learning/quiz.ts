import { z } from 'zod';
import { cleanText, code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';

/** Bounds of a quiz. */
export const QUIZ_LIMITS = { questions: 60, choices: 12, rows: 12, passPercent: 100 } as const;

const value = z.string(code('REQUIRED')).regex(/^[a-z0-9]{1,12}$/u, code('INVALID_CODE'));
const label = text({ min: 1, max: 300 });
const choices = z
  .array(z.strictObject({ value, text: label }))
  .min(2, code('TOO_FEW'))
  .max(QUIZ_LIMITS.choices, code('TOO_MANY'))
  .refine((list) => new Set(list.map((each) => each.value)).size === list.length, code('DUPLICATE'));

const head = {
  name: value,
  title: text({ min: 1, max: 500 }, cleanText),
  /** Said after the attempt, whatever the answer was. */
  explanation: text({ min: 0, max: LENGTHS.note.max }, cleanText),
};

const one = z.strictObject({ type: z.literal('radiogroup'), ...head, choices, correctAnswer: value });
const several = z.strictObject({
  type: z.literal('checkbox'),
  ...head,
  choices,
  correctAnswer: z.array(value).min(1, code('REQUIRED')).max(QUIZ_LIMITS.choices, code('TOO_MANY')),
});
const truth = z.strictObject({ type: z.literal('boolean'), ...head, correctAnswer: z.boolean(code('REQUIRED')) });
const figure = z.strictObject({
  type: z.literal('text'),
  inputType: z.literal('number'),
  ...head,
  correctAnswer: z.number(code('REQUIRED')).min(-1e12, code('TOO_SMALL')).max(1e12, code('TOO_BIG')),
});
const word = z.strictObject({ type: z.literal('text'), inputType: z.literal('text'), ...head, correctAnswer: text({ min: 1, max: 200 }) });
const matching = z.strictObject({
  type: z.literal('matrix'),
  ...head,
  rows: choices,
  columns: choices,
  correctAnswer: z.record(value, value),
});

/** By its kind first, so that a fault is named where it is. */
const ofKind = z.discriminatedUnion('type', [one, several, truth, z.discriminatedUnion('inputType', [figure, word]), matching]);
const element = ofKind.superRefine((question, ctx) => {
  const wrong = (): void => ctx.addIssue({ code: 'custom', path: ['correctAnswer'], message: code('INVALID_CHOICE').error });
  if (question.type === 'radiogroup' && !question.choices.some((each) => each.value === question.correctAnswer)) wrong();
  if (question.type === 'checkbox') {
    const known = new Set(question.choices.map((each) => each.value));
    if (new Set(question.correctAnswer).size !== question.correctAnswer.length || !question.correctAnswer.every((each) => known.has(each)))
      wrong();
  }
  if (question.type === 'matrix') {
    const columns = new Set(question.columns.map((each) => each.value));
    const rows = question.rows.map((each) => each.value);
    const pairs = Object.entries(question.correctAnswer);
    if (pairs.length !== rows.length || !pairs.every(([row, column]) => rows.includes(row) && columns.has(column))) wrong();
  }
});

/**
 * A quiz as it is kept: the JSON of SurveyJS (survey-core 3), of one page, with the kinds of questions that grade themselves.
 * Whatever else that format knows, such as scripts in expressions or pictures from elsewhere, is refused.
 */
export const quizSurvey = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        name: z.literal('quiz'),
        elements: z.array(element).min(1, code('TOO_FEW')).max(QUIZ_LIMITS.questions, code('TOO_MANY')),
      }),
    )
    .length(1, code('INVALID'))
    .refine(([page]) => {
      const names = page?.elements.map(({ name }) => name) ?? [];
      return new Set(names).size === names.length;
    }, code('DUPLICATE')),
});
export type QuizSurvey = z.output<typeof quizSurvey>;
export type QuizQuestion = QuizSurvey['pages'][number]['elements'][number];

/** Share of the questions that must be right, in percent. */
export const passPercent = z
  .number(code('REQUIRED'))
  .int(code('INVALID'))
  .min(1, code('TOO_SMALL'))
  .max(QUIZ_LIMITS.passPercent, code('TOO_BIG'));

/** A question as it is shown before it is answered. */
export type OpenQuestion = QuizQuestion extends infer Question
  ? Question extends unknown
    ? Omit<Question, 'correctAnswer' | 'explanation'>
    : never
  : never;

/** The questions of a quiz, in order. */
export function questionsOf(survey: QuizSurvey): QuizQuestion[] {
  return survey.pages.flatMap(({ elements }) => elements);
}

/** A question without what gives its answer away. */
export function withoutAnswer(question: QuizQuestion): OpenQuestion {
  const { correctAnswer: _answer, explanation: _said, ...open } = question;
  return open as OpenQuestion;
}

/** Answers by the names of questions; what was left out is not there. */
export type QuizAnswers = Readonly<Record<string, unknown>>;

/** The rule of an answer to one question: SurveyJS itself takes choices that do not exist. */
function answerRule(question: QuizQuestion): z.ZodType {
  switch (question.type) {
    case 'radiogroup':
      return z.enum(
        question.choices.map((each) => each.value),
        code('INVALID_CHOICE'),
      );
    case 'checkbox':
      return z
        .array(
          z.enum(
            question.choices.map((each) => each.value),
            code('INVALID_CHOICE'),
          ),
        )
        .max(question.choices.length, code('TOO_MANY'));
    case 'boolean':
      return z.boolean(code('INVALID'));
    case 'matrix': {
      const columns = question.columns.map((each) => each.value);
      return z.strictObject(
        Object.fromEntries(question.rows.map((row) => [row.value, z.enum(columns, code('INVALID_CHOICE')).optional()])),
      );
    }
    default:
      return question.inputType === 'number' ? z.number(code('INVALID')) : text({ min: 0, max: 200 });
  }
}

/** The rule of all answers to a quiz: known questions only, each answered as its kind is, or left out. */
export function answersRule(survey: QuizSurvey): z.ZodType<QuizAnswers> {
  return z.strictObject(Object.fromEntries(questionsOf(survey).map((question) => [question.name, answerRule(question).optional()])));
}
