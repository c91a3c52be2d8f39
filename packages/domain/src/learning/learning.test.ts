import { parse } from '../values/index.js';
import { certificateCode, readCertificateCode } from './certificate-code.js';
import { isCompleted } from './gathering.js';
import { answersRule, questionsOf, quizSurvey, withoutAnswer, type QuizSurvey } from './quiz.js';

const choices = [
  { value: 'a', text: 'A circle' },
  { value: 'b', text: 'Rows' },
];
const head = { explanation: 'Everybody sees everybody.' };
const survey: QuizSurvey = {
  pages: [
    {
      name: 'quiz',
      elements: [
        { type: 'radiogroup', name: 'q1', title: 'How do we sit?', choices, correctAnswer: 'a', ...head },
        { type: 'checkbox', name: 'q2', title: 'What is needed?', choices, correctAnswer: ['a', 'b'], ...head },
        {
          type: 'matrix',
          name: 'q3',
          title: 'What goes with what?',
          rows: choices,
          columns: choices,
          correctAnswer: { a: 'b', b: 'a' },
          ...head,
        },
        { type: 'text', inputType: 'number', name: 'q4', title: 'How many chairs?', correctAnswer: 12, ...head },
      ],
    },
  ],
};
const wrong = (change: object, at = 0): string[] => {
  const elements = questionsOf(survey).map((question, index) => (index === at ? { ...question, ...change } : question));
  const parsed = parse(quizSurvey, { pages: [{ name: 'quiz', elements }] });
  return parsed.ok ? [] : parsed.errors.map(({ code }) => code);
};

describe('a quiz', () => {
  it('is taken with answers that are among its choices, and nothing else', () => {
    expect(parse(quizSurvey, survey).ok).toBe(true);
    expect(wrong({ correctAnswer: 'c' })).not.toEqual([]);
    expect(wrong({ correctAnswer: ['a', 'a'] }, 1)).not.toEqual([]);
    expect(wrong({ correctAnswer: { a: 'b' } }, 2)).not.toEqual([]);
    expect(wrong({ name: 'q2' })).not.toEqual([]);
    expect(wrong({ visibleIf: '{q2} = 1' })).toEqual(['UNKNOWN_FIELD']);
    expect(wrong({ title: '' })).toEqual(['REQUIRED']);
    expect(wrong({ title: '' }, 3)).toEqual(['REQUIRED']);
    expect(wrong({ type: 'html', html: '<script>' })).not.toEqual([]);
  });

  it('gives no answer away before it is answered', () => {
    expect(JSON.stringify(questionsOf(survey).map(withoutAnswer))).not.toMatch(/correctAnswer|explanation|Everybody/u);
  });

  it('refuses choices that do not exist, which SurveyJS takes', () => {
    const rule = answersRule(survey);
    expect(parse(rule, { q1: 'a', q2: ['b'], q3: { a: 'a' }, q4: 3 }).ok).toBe(true);
    expect(parse(rule, {}).ok).toBe(true);
    for (const answers of [{ q1: 'z' }, { q2: ['a', 'z'] }, { q3: { z: 'a' } }, { q4: '12' }, { q9: 'a' }])
      expect(parse(rule, answers).ok).toBe(false);
  });
});

describe('completion of a path', () => {
  const step = (done: boolean, required = true, gone = false) => ({ done, required, gone });
  it('asks for what is required and can still be done', () => {
    expect(isCompleted('ALL_REQUIRED', null, [step(true), step(false, false)])).toBe(true);
    expect(isCompleted('ALL_REQUIRED', null, [step(true), step(false)])).toBe(false);
    expect(isCompleted('ALL_REQUIRED', null, [step(true), step(false, true, true)])).toBe(true);
    expect(isCompleted('ALL_REQUIRED', null, [step(false, false)])).toBe(false);
    expect(isCompleted('NUMBER', 2, [step(true), step(false), step(true, false)])).toBe(true);
    expect(isCompleted('NUMBER', 3, [step(true), step(true), step(false, true, true)])).toBe(true);
    expect(isCompleted('NUMBER', 2, [])).toBe(false);
  });
});

describe('codes of certificates', () => {
  const code = certificateCode(new Uint8Array([1, 22, 43, 64, 85, 106, 127, 148, 169, 190]));
  it('are read as people type them', () => {
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    expect(readCertificateCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    const zero = certificateCode(new Uint8Array(10));
    expect(readCertificateCode(zero.replaceAll('0', 'О'))).toBe(zero);
  });
  it('are known to be wrong with any one character changed, or two beside each other swapped', () => {
    const characters = code.replaceAll('-', '');
    for (let at = 0; at < characters.length; at += 1) {
      const other = characters[at] === '7' ? '8' : '7';
      expect(readCertificateCode(characters.slice(0, at) + other + characters.slice(at + 1))).toBeNull();
      const [a, b] = [characters.charAt(at), characters.charAt(at + 1)];
      if (b !== '' && a !== b) expect(readCertificateCode(characters.slice(0, at) + b + a + characters.slice(at + 2))).toBeNull();
    }
    for (const typed of ['', 'x', `${code}0`, '😀'.repeat(12)]) expect(readCertificateCode(typed)).toBeNull();
  });
});
