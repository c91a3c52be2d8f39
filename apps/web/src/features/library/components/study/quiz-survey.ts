import type { OpenQuestion, QuizQuestion, QuizSurvey } from '@stoa/domain';

/** Kinds of questions as the form names them. */
export const KINDS = ['ONE', 'SEVERAL', 'TRUTH', 'NUMBER', 'TEXT', 'MATCHING'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind of a question. */
export function kindOf(question: Pick<OpenQuestion, 'type'> & { inputType?: string }): Kind {
  switch (question.type) {
    case 'radiogroup':
      return 'ONE';
    case 'checkbox':
      return 'SEVERAL';
    case 'boolean':
      return 'TRUTH';
    case 'matrix':
      return 'MATCHING';
    default:
      return question.inputType === 'number' ? 'NUMBER' : 'TEXT';
  }
}

/** The questions of a quiz that the API gave; none where it cannot be read. */
export function questionsIn<Question extends OpenQuestion | QuizQuestion>(survey: string): Question[] {
  const read = JSON.parse(survey) as { pages?: { elements?: Question[] }[] };
  return read.pages?.flatMap((page) => page.elements ?? []) ?? [];
}

/** Questions as the API takes them. */
export function surveyOf(questions: readonly QuizQuestion[]): string {
  return JSON.stringify({ pages: [{ name: 'quiz', elements: [...questions] }] } satisfies QuizSurvey);
}

/** A code that none of these has: `a`, `b` … `z`, `a1` … */
export function freeCode(taken: readonly string[]): string {
  for (let n = 0; ; n += 1) {
    const code = String.fromCharCode(97 + (n % 26)) + (n < 26 ? '' : String(Math.floor(n / 26)));
    if (!taken.includes(code)) return code;
  }
}

const choice = (value: string) => ({ value, text: '' });

/** A question of a kind with nothing in it yet; it keeps name, title and explanation of the one it takes the place of. */
export function emptyQuestion(kind: Kind, head: { name: string; title?: string; explanation?: string }): QuizQuestion {
  const kept = { name: head.name, title: head.title ?? '', explanation: head.explanation ?? '' };
  switch (kind) {
    case 'ONE':
      return { type: 'radiogroup', ...kept, choices: [choice('a'), choice('b')], correctAnswer: 'a' };
    case 'SEVERAL':
      return { type: 'checkbox', ...kept, choices: [choice('a'), choice('b')], correctAnswer: ['a'] };
    case 'TRUTH':
      return { type: 'boolean', ...kept, correctAnswer: true };
    case 'NUMBER':
      return { type: 'text', inputType: 'number', ...kept, correctAnswer: 0 };
    case 'TEXT':
      return { type: 'text', inputType: 'text', ...kept, correctAnswer: '' };
    case 'MATCHING':
      return {
        type: 'matrix',
        ...kept,
        rows: [choice('a'), choice('b')],
        columns: [choice('a'), choice('b')],
        correctAnswer: { a: 'a', b: 'b' },
      };
  }
}
