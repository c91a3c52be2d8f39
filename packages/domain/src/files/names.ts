/** So many bytes of UTF-8 a name may have: file systems take 255, and programs put their own endings after it. */
const MOST_BYTES = 200;
/** Endings longer than this are words. */
const LONGEST_ENDING = 12;
/** Names that Windows takes for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * A name that misleads nobody and that every system can write: no path, no control, direction or invisible characters, nothing that Windows
 * refuses, and not too long. What is left of nothing is `file`.
 */
export function safeFileName(given: string): string {
  const last =
    given
      .normalize('NFC')
      .split(/[/\\]/u)
      .findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, '')
    .replace(/[<>:"|?*]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return shortened(clean === '' ? 'file' : clean.replace(DEVICES, (device) => `_${device}`));
}

/** What stands after the last point of a name, in lower case; empty where there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 || name.length - at - 1 > LONGEST_ENDING ? '' : name.slice(at + 1).toLowerCase();
}

/** Bytes of a text in UTF-8. */
function bytes(text: string): number {
  let length = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Cuts whole letters before the ending. */
function shortened(name: string): string {
  if (bytes(name) <= MOST_BYTES) return name;
  const ending = endingOf(name) === '' ? '' : name.slice(name.lastIndexOf('.'));
  const room = MOST_BYTES - bytes(ending);
  let stem = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    name.slice(0, name.length - ending.length),
  )) {
    length += bytes(segment);
    if (length > room) break;
    stem += segment;
  }
  return stem.trimEnd() + ending;
}
