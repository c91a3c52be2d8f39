import { categoryRefusal } from './category.js';

describe('categoryRefusal', () => {
  it.each([
    [false, 'MEMBERS', false, null],
    [false, 'COORDINATORS', false, 'CATEGORY_COORDINATORS'],
    [false, 'COORDINATORS', true, null],
    [true, 'MEMBERS', true, 'CATEGORY_CLOSED'],
  ] as const)('closed %j, for %s, moderator %j: %j', (closed, startBy, moderates, refusal) => {
    expect(categoryRefusal({ closed, startBy }, moderates)).toBe(refusal);
  });
});
