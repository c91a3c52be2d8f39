import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './config.js';

const GOOD = 'kT3v9ZqLw0yXb7RfUe2Hs5NcJm8PdGa1';
const OTHER = 'pA6uC1xVn4tDz8Yk3WqLh0Jr7SgEf2Mb';

let folder: string;

describe('secrets', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stoa-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const load = (env: NodeJS.ProcessEnv) => loadConfig({ STOA_DATA: folder, ...env });

  function kept(content: string, mode = 0o600): string {
    const file = join(folder, 'secret');
    writeFileSync(file, content);
    chmodSync(file, mode);
    return file;
  }

  describe('secrets', () => {
    it('may stand in files of their own', () => {
      const file = kept(`${GOOD}\n`);
      expect(load({ SESSION_SECRET_FILE: file, SESSION_SECRET_PREVIOUS: OTHER }).secrets).toEqual([GOOD, OTHER]);
      expect(load({ METRICS_TOKEN_FILE: file }).metricsToken).toBe(GOOD);
    });

    it('may be read by the account of the program and its group alone', () => {
      expect(() => load({ SESSION_SECRET_FILE: kept(GOOD, 0o644) })).toThrow(
        'Setting SESSION_SECRET_FILE: every account of this machine may read the file; chmod 600 it.',
      );
      expect(load({ SESSION_SECRET_FILE: kept(GOOD, 0o640) }).secrets).toEqual([GOOD]);
    });

    it.each([
      ['a file that is not there', () => ({ SESSION_SECRET_FILE: join(folder, 'none') }), /^Setting SESSION_SECRET_FILE: .*ENOENT/],
      ['an empty file', () => ({ SESSION_SECRET_FILE: kept('\n') }), /^Setting SESSION_SECRET_FILE: the file is empty/],
      [
        'a file beside a value',
        () => ({ SESSION_SECRET_FILE: kept(GOOD), SESSION_SECRET: GOOD }),
        /^Setting SESSION_SECRET_FILE: .*keep one/,
      ],
      ['the example', () => ({ SESSION_SECRET: 'change-me-to-a-long-random-value' }), /^Setting SESSION_SECRET: is the one of the example/],
      ['the example in a file', () => ({ SESSION_SECRET_FILE: kept('change-me-to-a-long-random-value') }), /is the one of the example/],
      [
        'the example as the one before',
        () => ({ SESSION_SECRET: GOOD, SESSION_SECRET_PREVIOUS: 'change-me-to-a-long-random-value' }),
        /_PREVIOUS: is the one/,
      ],
      ['a short one', () => ({ SESSION_SECRET: GOOD.slice(1) }), /^Setting SESSION_SECRET: must have at least 32 characters/],
      [
        'few different signs',
        () => ({ SESSION_SECRET: 'abcdabcdabcdabcdabcdabcdabcdabcd' }),
        /^Setting SESSION_SECRET: is too easy to guess/,
      ],
      [
        'the one before once more',
        () => ({ SESSION_SECRET: GOOD, SESSION_SECRET_PREVIOUS: GOOD }),
        /^Setting SESSION_SECRET_PREVIOUS: is the same/,
      ],
    ])('are refused in one line: %s', (_, env, message) => {
      expect(() => load(env())).toThrow(message);
    });

    it('are made once where none is given, and not taken from a file that everybody may read', () => {
      const [made] = load({}).secrets;
      expect(made).toMatch(/^[\w-]{43}$/);
      expect(load({}).secrets).toEqual([made]);
      chmodSync(join(folder, 'session-secret'), 0o644);
      expect(() => load({})).toThrow(/session-secret: every account of this machine may read the file/);
    });
  });
});
