import { slugify } from '@stoa/domain';

/** Windows takes these names for devices, whatever the extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file's name in ASCII from any text: lower case, words joined by `-`, at most 80 characters, no path, no dot, never empty. */
function safeFileName(text: string): string {
  const name = slugify(text, 'file');
  return DEVICES.test(name) ? `${name}-file` : name;
}

/** Gives safe names within one archive: the second of two equal ones ends in `-2`. A `/` in the text separates folders. */
export function uniqueNames(): (text: string, extension: string) => string {
  const taken = new Set<string>();
  return (text, extension) => {
    const path =
      text
        .split('/')
        .filter((part) => part.trim() !== '')
        .map(safeFileName)
        .join('/') || safeFileName('');
    for (let copy = 1; ; copy++) {
      const name = `${path}${copy === 1 ? '' : `-${copy}`}.${extension}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}
