import { createLoadShedder } from './load-shedding.js';

describe('the load shedder', () => {
  it('lets as many in as it may, and one more for each that leaves', () => {
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1 });
    expect([shedder.enter(), shedder.enter(), shedder.enter(), shedder.enter()]).toEqual([true, true, false, false]);
    shedder.leave();
    expect([shedder.enter(), shedder.enter()]).toEqual([true, false]);
    shedder.stop();
  });

  it('lets fewer in while the event loop runs late, and all again once it is in time', () => {
    let tell: (lateMs: number) => void = () => undefined;
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1 }, (teller) => {
      tell = teller;
      return { stop: () => undefined };
    });
    tell(401);
    expect([shedder.enter(), shedder.enter()]).toEqual([true, false]);
    tell(0);
    expect([shedder.enter(), shedder.enter()]).toEqual([true, false]);
    shedder.stop();
  });
});
