/** A text after an edit, with the selection to show. */
export interface Edit {
  text: string;
  from: number;
  to: number;
}

/** Puts `mark` around the selection, or takes it away where it stands already. */
export function wrap(mark: string): (text: string, from: number, to: number) => Edit {
  return (text, from, to) => {
    const size = mark.length;
    if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
      return { text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size), from: from - size, to: to - size };
    return { text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to), from: from + size, to: to + size };
  };
}

/** Begins every line of the selection with `prefix`, or takes it away where every line has it. */
export function prefixLines(prefix: string): (text: string, from: number, to: number) => Edit {
  return (text, from, to) => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const lines = text.slice(start, to).split('\n');
    const has = lines.every((line) => line.startsWith(prefix));
    const changed = lines.map((line) => (has ? line.slice(prefix.length) : prefix + line)).join('\n');
    return { text: text.slice(0, start) + changed + text.slice(to), from: start, to: start + changed.length };
  };
}

/** Makes the selection the words of a link and selects the place of its address. */
export function linkTo(text: string, from: number, to: number): Edit {
  const words = text.slice(from, to);
  const before = `${text.slice(0, from)}[${words}](`;
  const address = 'https://';
  return { text: `${before}${address})${text.slice(to)}`, from: before.length, to: before.length + address.length };
}

/** On Enter inside a list: the next line goes on with it; an empty item ends it. Null where the line is no list. */
export function continueList(text: string, from: number, to: number): Edit | null {
  if (from !== to) return null;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const found = /^(\s*(?:[-*>]|(\d+)\.) )(.*)$/.exec(text.slice(start, from));
  if (!found) return null;
  const [, prefix = '', number, rest = ''] = found;
  if (rest.trim() === '') return { text: text.slice(0, start) + text.slice(from), from: start, to: start };
  const next = `\n${number === undefined ? prefix : prefix.replace(number, String(Number(number) + 1))}`;
  return { text: text.slice(0, from) + next + text.slice(from), from: from + next.length, to: from + next.length };
}

/** Makes the selection code: within a line, or as a block of its own where it has several. */
export function wrapCode(text: string, from: number, to: number): Edit {
  if (!text.slice(from, to).includes('\n')) return wrap('`')(text, from, to);
  const before = from === 0 || text[from - 1] === '\n' ? '```\n' : '\n```\n';
  const after = text[to] === undefined || text[to] === '\n' ? '\n```' : '\n```\n';
  return {
    text: text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to),
    from: from + before.length,
    to: to + before.length,
  };
}
