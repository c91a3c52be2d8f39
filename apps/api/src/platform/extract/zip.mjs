// Reads single entries of an archive. Nothing of it is ever written anywhere, and no entry grows larger than was agreed.
import { inflateRawSync } from 'node:zlib';

const MOST_ENTRIES = 20_000;

/** What a file may cost. */
export class TooLarge extends Error {}
/** What is no archive, or of a kind that is not read (encrypted, of several volumes). */
export class Unreadable extends Error {}

/**
 * The entries of an archive by name, each opened when it is asked for.
 * @param {Buffer} file
 * @param {number} mostBytes of all that is opened together
 * @returns {{ names: string[], open: (name: string) => Buffer | null }}
 */
export function readZip(file, mostBytes) {
  const entries = new Map();
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new TooLarge();
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new Unreadable();
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const entry = {
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      local: file.readUInt32LE(at + 42),
    };
    entries.set(file.toString('utf8', at + 46, at + 46 + name), entry);
    at += 46 + name + extra + comment;
  }
  let left = mostBytes;
  const open = (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = unpacked(file, entry, left);
    left -= content.length;
    return content;
  };
  return { names: [...entries.keys()], open };
}

function endOf(file) {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at -= 1)
    if (file.readUInt32LE(at) === 0x06054b50) return at;
  throw new Unreadable();
}

function unpacked(file, { flags, method, packed, local }, left) {
  if (local + 30 > file.length || file.readUInt32LE(local) !== 0x04034b50 || (flags & 1) === 1) throw new Unreadable();
  const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const content = file.subarray(begin, begin + packed);
  if (content.length < packed) throw new Unreadable();
  // What the archive says of an entry's size is not believed: unpacking ends where the agreed size does.
  if (method === 0 && content.length <= left) return content;
  if (method === 0 || left <= 0) throw new TooLarge();
  if (method !== 8) throw new Unreadable();
  try {
    return inflateRawSync(content, { maxOutputLength: left });
  } catch (error) {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : new Unreadable();
  }
}
