import { cloneDatabase } from '../../testing/database.js';
import { personCondition, type Classification } from './classification.js';
import { classification } from './columns/index.js';
import { classificationGaps } from './verify-classification.js';

describe('the classification of columns', () => {
  let db: Awaited<ReturnType<typeof cloneDatabase>>;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  it('names every column of the schema and no other', async () => {
    expect(await classificationGaps(db, classification)).toEqual([]);
  });

  it('is found wanting as soon as a column comes, goes or loses its rule', async () => {
    await db.row('ALTER TABLE people ADD COLUMN shoe_size text');
    await db.row('CREATE TABLE diaries (id uuid)');
    const { handle: _handle, ...columns } = classification['people']?.columns ?? {};
    const changed: Classification = {
      ...classification,
      people: { purpose: 'account', person: 'id', columns: { ...columns, nickname: 'identifies' } },
      report_revisions: { purpose: 'reports', person: null, columns: classification['report_revisions']?.columns ?? {} },
    };
    expect(await classificationGaps(db, changed)).toEqual([
      'diaries.id is not classified',
      'people.handle is not classified',
      'people.shoe_size is not classified',
      'people.nickname is classified and does not exist',
      'people has rows of a person and no rule of erasure',
      'report_revisions holds columns back from erasure without a reason',
    ]);
  });

  it('leads to people by conditions that the database understands', async () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    const conditions = Object.entries(classification).flatMap(([table, rule]) => {
      const condition = personCondition(rule);
      return condition ? [`SELECT 1 FROM ${table} WHERE ${condition}`] : [];
    });
    expect(await db.rows(conditions.join(' UNION ALL '), [nobody])).toEqual([]);
  });
});
