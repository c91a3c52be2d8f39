import { parse } from '../values/parse.js';
import { choiceRefusal, pollRule, showsResults } from './poll.js';

const poll = { question: 'Which day suits?', options: ['Monday', 'Tuesday'], multiple: false, results: 'ALWAYS' };
const wrong = (over: object) => {
  const parsed = parse(pollRule, { ...poll, ...over });
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('pollRule', () => {
  it('takes a question with two to ten options that differ, and a last day or none', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ closesOn: '2026-12-01' })).toEqual([]);
    expect(wrong({ options: ['Monday'] })).toEqual(['options TOO_FEW']);
    expect(wrong({ options: Array.from({ length: 11 }, (_, at) => `Day ${String(at)}`) })).toEqual(['options TOO_MANY']);
    expect(wrong({ options: ['Δευτέρα', ' δευτερα '] })).toEqual(['options.1 DUPLICATE']);
    expect(wrong({ options: ['Monday', ' '] })).toEqual(['options.1 REQUIRED']);
    expect(wrong({ question: '', closesOn: 'soon' })).toEqual(['question REQUIRED', 'closesOn INVALID_DATE']);
  });
});

describe('choiceRefusal', () => {
  it.each([
    [false, [], null],
    [false, [2], null],
    [false, [1, 2], 'POLL_ONE_CHOICE'],
    [true, [1, 2], null],
    [true, [3], 'INVALID_CHOICE'],
    [true, [0], 'INVALID_CHOICE'],
  ] as const)('several %j, choice %j: %j', (multiple, choice, refusal) => {
    expect(choiceRefusal({ multiple, options: 2 }, choice)).toBe(refusal);
  });
});

describe('showsResults', () => {
  it('keeps them from whoever has not voted, until the end, where its author wished so', () => {
    const [after, open] = [{ results: 'AFTER_VOTE' as const }, { closed: false, voted: false }];
    expect(showsResults({ results: 'ALWAYS', ...open })).toBe(true);
    expect(showsResults({ ...after, ...open })).toBe(false);
    expect(showsResults({ ...after, ...open, voted: true })).toBe(true);
    expect(showsResults({ ...after, ...open, closed: true })).toBe(true);
  });
});
