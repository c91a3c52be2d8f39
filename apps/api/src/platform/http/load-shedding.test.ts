import { createLoadShedder, type LoadShedder } from './load-shedding.js';

/** Asks whether one more may in, and lets it in where it may. */
function come(shedder: LoadShedder): boolean {
  const admitted = shedder.admits();
  if (admitted) shedder.enter();
  return admitted;
}
const silent = () => ({ stop: () => undefined });

describe('the load shedder', () => {
  it('lets as many in as it may, and one more for each that leaves', () => {
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1, slowMs: 1000 });
    const leave = shedder.enter();
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    leave();
    leave();
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    shedder.stop();
  });

  it('lets fewer in while the event loop runs late, and all again once it is in time', () => {
    let tell: (lateMs: number) => void = () => undefined;
    const shedder = createLoadShedder({ inFlight: 2, lateMs: 400, inFlightLate: 1, slowMs: 1000 }, (teller) => {
      tell = teller;
      return { stop: () => undefined };
    });
    tell(401);
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    tell(0);
    expect([come(shedder), come(shedder)]).toEqual([true, false]);
    shedder.stop();
  });

  it('lets fewer in while many take long, but not because of one that does', () => {
    let now = 0;
    const shedder = createLoadShedder({ inFlight: 4, lateMs: 400, inFlightLate: 2, slowMs: 1000 }, silent, () => now);
    expect(come(shedder)).toBe(true);
    now = 500;
    const leaves = [shedder.enter(), shedder.enter()];
    now = 1_400;
    expect(shedder.admits()).toBe(true);
    now = 1_501;
    expect(shedder.admits()).toBe(false);
    for (const leave of leaves) leave();
    expect([come(shedder), come(shedder)]).toEqual([true, true]);
    shedder.stop();
  });
});
