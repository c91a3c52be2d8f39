// @ts-check
// PDF/UA-1 forbids a character without a glyph, and Typst refuses the whole document over one emoji in one comment.

const SQUARE = '\u25A1';

/**
 * The code points that a TrueType font can draw, from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * @param {Buffer} font
 * @returns {Set<number>}
 */
export function drawable(font) {
  /** @type {Set<number>} */
  const out = new Set();
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(at + 8);
    for (let record = cmap + 4; record < cmap + 4 + font.readUInt16BE(cmap + 2) * 8; record += 8)
      addSubtable(font, cmap + font.readUInt32BE(record + 4), out);
  }
  return out;
}

/** @param {Buffer} font @param {number} at @param {Set<number>} out */
function addSubtable(font, at, out) {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    for (let group = at + 16; group < at + 16 + font.readUInt32BE(at + 12) * 12; group += 12) {
      for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) out.add(code);
    }
  }
  if (format !== 4) return;
  const bytes = font.readUInt16BE(at + 6);
  for (let segment = 0; segment < bytes; segment += 2) {
    const [end, start] = [font.readUInt16BE(at + 14 + segment), font.readUInt16BE(at + 16 + bytes + segment)];
    const rangeAt = at + 16 + bytes * 3 + segment;
    const offset = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      if (offset === 0 || font.readUInt16BE(rangeAt + offset + (code - start) * 2) !== 0) out.add(code);
    }
  }
}

/**
 * Text with a square for each character, as people count them, that the font lacks; invisible signs just go.
 * Works on JSON too, since its own signs are ASCII.
 * @param {string} text
 * @param {Set<number>} glyphs
 */
export function drawn(text, glyphs) {
  /** @param {string} sign */
  const has = (sign) => sign < ' ' || glyphs.has(sign.codePointAt(0) ?? 0);
  if (Array.from(text).every(has)) return text;
  let out = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const signs = Array.from(segment);
    const visible = signs.filter((sign) => has(sign) || !/\p{Default_Ignorable_Code_Point}/u.test(sign));
    if (visible.every(has)) out += visible.join('');
    else out += /^\s+$/u.test(segment) ? ' ' : SQUARE;
  }
  return out;
}
