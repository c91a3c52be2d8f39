import { deliveriesOf, NOTICE_EVENTS, NOTICE_KINDS, usualDelivery } from './notices.js';

describe('kinds of notices', () => {
  it('each have happenings, and a usual delivery that may be chosen', () => {
    expect([...new Set(Object.values(NOTICE_EVENTS))].toSorted()).toEqual([...NOTICE_KINDS].toSorted());
    for (const kind of NOTICE_KINDS) expect(deliveriesOf(kind)).toContain(usualDelivery(kind));
  });

  it('of decisions and of what waits for somebody cannot be turned off', () => {
    expect(NOTICE_KINDS.filter((kind) => !deliveriesOf(kind).includes('OFF'))).toEqual(['DECISION', 'MEMBERSHIP', 'REVIEW']);
  });
});
