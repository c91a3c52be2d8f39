/** The value below which a share of the numbers lies. @param share 0.95 for p95 */
export function quantile(numbers, share) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** A number for people: whole milliseconds, one digit of seconds. */
export function ms(value) {
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32's recurrence). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Does work on several hands until the numbers are used up, or one of them fails. @param work called with each number once */
export async function share(count, hands, work) {
  let next = 0;
  const hand = async (name) => {
    try {
      for (let number = next++; number < count; number = next++) await work(number, name);
    } catch (error) {
      next = count;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: hands }, (_, name) => hand(name)));
}
