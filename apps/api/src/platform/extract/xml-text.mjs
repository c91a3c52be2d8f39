// Words of office documents, out of their XML. No entity but the five that XML knows is resolved, so that none can grow or lead anywhere.

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The words between marks, a line for each paragraph.
 * @param {string} xml
 * @param {{ words: ReadonlySet<string>, lines: ReadonlySet<string>, gaps: ReadonlySet<string> }} marks names without prefixes: of those
 *   within which words stand, after which a line ends, and which stand for a gap
 * @param {number} most letters
 */
export function wordsOf(xml, marks, most) {
  const parts = [];
  let length = 0;
  let depth = 0;
  const add = (text) => {
    parts.push(text);
    length += text.length;
  };
  for (let at = 0; at < xml.length && length < most;) {
    const open = xml.indexOf('<', at);
    const until = open < 0 ? xml.length : open;
    if (depth > 0 && until > at) add(resolved(xml.slice(at, until)));
    if (open < 0) break;
    const close = endOfMark(xml, open);
    const mark = /^<(\/?)(?:[\w.-]{1,60}:)?([\w.-]{1,60})/u.exec(xml.slice(open, open + 130));
    if (mark) {
      const [, slash, name] = mark;
      const isEmpty = xml[close - 2] === '/';
      if (marks.words.has(name) && !isEmpty) depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
      if (marks.lines.has(name) && (slash === '/' || isEmpty)) add('\n');
      else if (marks.gaps.has(name)) add(' ');
    }
    at = close;
  }
  return parts.join('').slice(0, most);
}

/** Where a mark, a remark or a declaration that begins here has ended. */
function endOfMark(xml, open) {
  const after = (text, skip = 0) => {
    const found = xml.indexOf(text, open + skip);
    return found < 0 ? xml.length : found + text.length;
  };
  if (xml.startsWith('<!--', open)) return after('-->', 4);
  if (xml.startsWith('<![CDATA[', open)) return after(']]>');
  if (xml.startsWith('<?', open)) return after('?>');
  // A declaration with a list of its own ends after the list.
  if (xml.startsWith('<!DOCTYPE', open)) {
    const end = after('>');
    return xml.slice(open, end).includes('[') ? after(']>') : end;
  }
  return after('>');
}

function resolved(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/giu, (_whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? '';
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
