import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { encodingFromBom, encodingFromStatistics } from '../csv/encoding.js';

/** Words in whatever encoding of the four languages: by its mark, as UTF-8 where it is that, and else by what is likely. */
export function decodeText(content: Buffer): string {
  const marked = encodingFromBom(content);
  if (marked) return iconv.decode(content, marked.encoding);
  try {
    // Cut in the middle of a letter it is UTF-8 still.
    return new TextDecoder('utf-8', { fatal: true }).decode(content, { stream: true });
  } catch {
    return iconv.decode(content, encodingFromStatistics(content.subarray(0, 64 * 1024)).encoding);
  }
}
