import { openTracing } from './open-tracing.js';
import { statementName } from './tracing.js';

describe('the name of a statement', () => {
  it('says what it does and to which table, and nothing that somebody wrote', () => {
    expect(statementName('SELECT 1')).toBe('SELECT');
    expect(statementName("SELECT id FROM people WHERE name = 'Ada'")).toBe('SELECT people');
    expect(statementName('INSERT INTO rate_limits AS r (key) SELECT $1')).toBe('INSERT rate_limits');
    expect(statementName("UPDATE posts SET body = 'from me' WHERE id = $1")).toBe('UPDATE posts');
    expect(statementName('WITH taken AS MATERIALIZED (SELECT 1 FROM graphile_worker.jobs) SELECT * FROM taken')).toBe(
      'SELECT graphile_worker.jobs',
    );
    expect(statementName('DELETE FROM ONLY sessions')).toBe('DELETE sessions');
    expect(statementName('BEGIN')).toBe('SQL');
  });
});

describe('tracing', () => {
  it('is not there where no collector is named', async () => {
    expect(await openTracing({ tracesUrl: null })).toBeNull();
  });
});
