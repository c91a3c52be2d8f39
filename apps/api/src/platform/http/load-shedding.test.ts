import { createLoadShedder, type LoadShedder } from './load-shedding.js';

/** Asks whether one more may in, and lets it in where it may. */
function come(shedder: LoadShedder): boolean {
  const admitted = shedder.admits();
  if (admitted) shedder.enter();
  return admitted;
}

describe('the load shedder', () => {
  it('lets as many in as it may, and one more for each that leaves', () => {
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1 });
    expect([come(shedder), come(shedder), come(shedder), come(shedder)]).toEqual([true, true, false, false]);
    shedder.leave();
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    shedder.stop();
  });

  it('lets fewer in while the event loop runs late, and all again once it is in time', () => {
    let tell: (lateMs: number) => void = () => undefined;
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1 }, (teller) => {
      tell = teller;
      return { stop: () => undefined };
    });
    tell(401);
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    tell(0);
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    shedder.stop();
  });
});
