/** A part of a text beside another: in both, only in the new one, or only in the old one. */
interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above so many pairs of words the middle of both texts is shown as a whole: comparing it would hold the page up. */
const PAIRS_MAX = 4_000_000;

/** Words with the white space that follows them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** What became of a text, word by word: the fewest words that were removed and added. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], words: readonly string[]) => {
    const text = words.join('');
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  add('same', old.slice(0, start));
  middle(old.slice(start, old.length - end), young.slice(start, young.length - end), add);
  add('same', end > 0 ? old.slice(-end) : []);
  return parts;
}

/** The middle by the longest common subsequence. */
function middle(old: readonly string[], young: readonly string[], add: (kind: DiffPart['kind'], words: readonly string[]) => void): void {
  if (old.length * young.length > PAIRS_MAX) {
    add('removed', old);
    add('added', young);
    return;
  }
  const width = young.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      add('same', [old[i] ?? '']);
      i += 1;
      j += 1;
    } else if (i < old.length && (j === young.length || at(i + 1, j) >= at(i, j + 1))) {
      add('removed', [old[i] ?? '']);
      i += 1;
    } else {
      add('added', [young[j] ?? '']);
      j += 1;
    }
  }
}
