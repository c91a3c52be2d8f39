import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, releaseLock, takeLock } from './lock.js';

describe('lock of the data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stoa-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken once and given back', () => {
    expect(takeLock(file)).toBeUndefined();
    expect(takeLock(file)).toBe(process.pid);
    expect(lockHolder(file)).toBe(process.pid);
    releaseLock(file);
    expect(lockHolder(file)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['of a dead process', JSON.stringify({ pid: 2 ** 22 + 1, mark: '1' })],
    ['of a number that a later process has now', JSON.stringify({ pid: process.pid, mark: 'earlier' })],
    ['that was cut off while written', '{"pid":'],
  ])('takes over a lock %s', (_, text) => {
    writeFileSync(file, text);
    expect(takeLock(file)).toBeUndefined();
    expect(lockHolder(file)).toBe(process.pid);
  });

  it('leaves the lock of another process alone', () => {
    writeFileSync(file, JSON.stringify({ pid: 1, mark: '' }));
    releaseLock(file);
    expect(existsSync(file)).toBe(true);
  });
});
