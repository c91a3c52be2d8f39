import { StringDecoder } from 'node:string_decoder';
import type { CsvSource } from '../../../platform/csv/index.js';
import { FORUM_KEYS, LINE_BREAK } from './forum-columns.js';

/** Lines longer than this are no records. */
const LINE_MAX = 200_000;

/** Whether a file holds JSON objects, one on each line. */
export async function isJsonLines(source: CsvSource): Promise<boolean> {
  for await (const chunk of source.open()) {
    const text = Buffer.from(chunk)
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
      .trimStart();
    if (text !== '') return text.startsWith('{');
  }
  return false;
}

/**
 * The same records as CSV, so that everything that imports rows imports these. Line n of the file is line n + 1 here, below the header;
 * a line that is no object becomes a row without cells, which is rejected like any other.
 */
export function jsonLines(source: CsvSource): CsvSource {
  return {
    size: source.size,
    async *open() {
      yield Buffer.from(`${FORUM_KEYS.join(',')}\n`);
      const decoder = new StringDecoder('utf8');
      let rest = '';
      for await (const chunk of source.open()) {
        const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n');
        rest = lines.pop() ?? '';
        if (lines.length > 0) yield Buffer.from(`${lines.map(rowOf).join('\n')}\n`);
        if (rest.length > LINE_MAX) rest = rest.slice(0, LINE_MAX);
      }
      if (rest !== '') yield Buffer.from(`${rowOf(rest)}\n`);
    },
  };
}

function rowOf(line: string): string {
  const text = line.replace(/^\uFEFF/u, '').trim();
  if (text === '') return '';
  const record = recordOf(text);
  return record ? FORUM_KEYS.map((key) => cell(record[key])).join(',') : cell(text.slice(0, 80));
}

function recordOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return `"${text.replaceAll(/\r\n?|\n/g, LINE_BREAK).replaceAll('"', '""')}"`;
}
