/** Of a word as long as this, so many letters may be wrong. */
const FAULTS: readonly (readonly [length: number, faults: number])[] = [
  [7, 2],
  [4, 1],
];
/** Letters at the beginning that the index of misspellings looks at. */
const COMPARED = 8;
const MODULUS = 2 ** 31 - 1;

/** How many letters of a word may be wrong. */
export function faultsAllowed(word: string): number {
  return FAULTS.find(([length]) => word.length >= length)?.[1] ?? 0;
}

function hash(text: string): number {
  let value = 7;
  for (const sign of text) value = (value * 31 + (sign.codePointAt(0) ?? 0)) % MODULUS;
  return value;
}

/**
 * Numbers of a word's beginning with up to as many letters left out as may be wrong: two words of which one is the other with that many
 * faults share a number (the symmetric deletions of W. Garbe's SymSpell).
 */
export function deletions(word: string): number[] {
  const found = new Set([word.slice(0, COMPARED)]);
  let last = [...found];
  for (let left = faultsAllowed(word); left > 0; left--) {
    const next = new Set(last.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))));
    for (const text of next) found.add(text);
    last = [...next];
  }
  return [...new Set([...found].filter((text) => text.length > 1).map(hash))];
}

/** How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other. */
export function distance(one: string, other: string): number {
  const width = other.length + 1;
  const rows: number[][] = [Array.from({ length: width }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j < width; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
