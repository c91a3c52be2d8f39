import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, databaseFolder } from './places.js';

describe('places of the embedded database', () => {
  let root: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'stoa-places-')));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const stranger = { uid: 54321, gid: 54321 };

  it('sees that an account cannot enter where one folder above is closed', () => {
    const inner = join(root, 'home', 'stoa');
    mkdirSync(inner, { recursive: true });
    expect(canEnter(inner, stranger)).toBe(true);
    chmodSync(join(root, 'home'), 0o700);
    expect(canEnter(inner, stranger)).toBe(false);
    expect(canEnter(inner, { uid: statSync(inner).uid, gid: statSync(inner).gid })).toBe(true);
  });

  it('keeps the database in the given folder where it may', () => {
    expect(databaseFolder(join(root, 'data'), undefined, () => undefined)).toBe(join(root, 'data'));
    expect(databaseFolder(join(root, 'data'), stranger, () => undefined)).toBe(join(root, 'data'));
  });

  it('refuses, rather than showing an empty database, where the folder of an existing one was closed', () => {
    mkdirSync(join(root, 'data', 'cluster'), { recursive: true });
    chmodSync(root, 0o700);
    expect(() => databaseFolder(join(root, 'data'), stranger, () => undefined)).toThrow(/cannot enter .*open that folder/);
  });
});
