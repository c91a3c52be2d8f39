import { createLogger } from '../logger.js';
import { formatError } from './format-error.js';

const log = createLogger('silent');
const codeOf = (code: string): unknown =>
  formatError(log, Object.assign(new Error('words of a server'), { code }), { message: 'words of a server' }).extensions?.['code'];

describe('an error of the database', () => {
  it('is UNAVAILABLE where the same may be tried again: no connection, no server behind the pooler, a primary that became a standby', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', '08000', '08006', '08P01', '57P01', '57P02', '57P03', '53300', '25006'])
      expect([code, codeOf(code)]).toEqual([code, 'UNAVAILABLE']);
  });

  it('is INTERNAL where it is ours, and says nothing of what the server said', () => {
    for (const code of ['42601', '23505', '57014', '42P01']) expect([code, codeOf(code)]).toEqual([code, 'INTERNAL']);
    expect(JSON.stringify(formatError(log, new Error('words of a server'), { message: 'words of a server' }))).not.toContain('words');
  });
});
