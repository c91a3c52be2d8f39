import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../../platform/ids.js';
import { wordsInAudit } from '../../../testing/audit-words.js';
import { CROWD } from '../../../testing/database.js';
import { factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { erasePerson } from '../erasure/erase-person.js';

const FIELDS = 'id state wrong correct answer requestedAt dueAt decidedBy { displayName } version viewerCan { decide }';
const ASK = `mutation($input: RequestCorrectionInput!) { requestCorrection(input: $input) { correction { ${FIELDS} } userErrors { code path } } }`;
const DECIDE = `mutation($input: DecideCorrectionInput!) { decideCorrection(input: $input) { correction { ${FIELDS} } userErrors { code path } } }`;
const QUEUE = `query($decided: Boolean!) { corrections(first: 50, decided: $decided) { edges { node { ${FIELDS} person { displayName } } } } }`;
const OWN = `{ ownCorrections(first: 50) { edges { node { ${FIELDS} } } } }`;

interface Shown {
  id: string;
  state: string;
  wrong: string;
  answer: string | null;
  requestedAt: string;
  dueAt: string;
  decidedBy: { displayName: string } | null;
  version: number;
  viewerCan: { decide: boolean };
}
interface Changed {
  correction: Shown | null;
  userErrors: { code: string; path: string[] }[];
}
interface List {
  edges: { node: Shown }[];
}

describe('requests for correction', () => {
  let world: World;
  let [admin, other, person]: string[] = [];
  beforeAll(async () => {
    world = await startWorld({}, { connections: CROWD });
    const make = factories(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    other = await make.person({ name: 'Otto Admin' });
    person = await make.person({ name: 'Petra Person' });
    for (const personId of [admin, other]) await make.appointment({ personId, role: 'AD', scopeType: 'EVERYTHING', scopeId: newId() });
  });
  afterAll(() => world.close());

  const as = (who: string | undefined) => world.as(who ?? null);
  const ask = async (who: string | undefined, wrong: string) =>
    (await as(who)<{ requestCorrection: Changed }>(ASK, { input: { subject: 'APPOINTMENT', wrong, correct: 'It ends in August' } })).data
      .requestCorrection;
  const decide = (who: string | undefined, input: Record<string, unknown>) => as(who)<{ decideCorrection: Changed }>(DECIDE, { input });
  const queue = async (decided = false) => (await as(admin)<{ corrections: List }>(QUEUE, { decided })).data.corrections.edges;
  const own = async () => (await as(person)<{ ownCorrections: List }>(OWN)).data.ownCorrections.edges.map(({ node }) => node);
  const mails = () =>
    readdirSync(join(world.services.config.dataDir, 'mail'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(world.services.config.dataDir, 'mail', name), 'utf8')) as Record<string, string>);

  let first: Shown;

  it('are asked by anybody, to be answered within thirty days, and administrators hear of them without their words', async () => {
    const { correction } = await ask(person, 'The appointment ends in June');
    if (!correction) throw new Error('nothing was asked');
    first = correction;
    expect(first).toMatchObject({ state: 'OPEN', answer: null, version: 1, viewerCan: { decide: false } });
    expect(Date.parse(first.dueAt) - Date.parse(first.requestedAt)).toBe(30 * 86_400_000);
    await world.runJobs();
    const sent = mails();
    expect(sent.map(({ subject }) => subject)).toEqual(['Somebody asks for a correction', 'Somebody asks for a correction']);
    expect(sent.filter(({ text }) => /June|Petra/.test(text ?? ''))).toEqual([]);
    expect(await ask(person, ' ')).toEqual({ correction: null, userErrors: [{ code: 'REQUIRED', path: ['wrong'] }] });
  });

  it('stand in a queue, oldest first, of which nobody else knows', async () => {
    world.services.clock.moveTo(new Date('2026-11-25T09:00:00Z'));
    await ask(admin, 'My own affiliation');
    expect((await queue()).map(({ node }) => [node.wrong, node.viewerCan.decide])).toEqual([
      ['The appointment ends in June', true],
      ['My own affiliation', false],
    ]);
    expect((await as(person)(QUEUE, { decided: false })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await own()).map(({ wrong }) => wrong)).toEqual(['The appointment ends in June']);
  });

  it('are decided by one of two administrators, and never by whoever asked', async () => {
    const [, mine] = await queue();
    const refused = await decide(admin, { id: mine?.node.id, decision: 'DONE', expectedVersion: 1 });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'CONCERNS_YOU' });
    const unsaid = await decide(admin, { id: first.id, decision: 'DECLINED', expectedVersion: 1 });
    expect(unsaid.data.decideCorrection.userErrors).toEqual([{ code: 'REQUIRED', path: ['answer'] }]);
    const both = await Promise.all([
      decide(admin, { id: first.id, decision: 'DECLINED', answer: 'The letter says June', expectedVersion: 1 }),
      decide(other, { id: first.id, decision: 'DECLINED', answer: 'The letter says June', expectedVersion: 1 }),
    ]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
    const late = await decide(other, { id: first.id, decision: 'DONE', expectedVersion: 2 });
    expect(late.errors?.[0]?.extensions?.code).toBe('CONFLICT');
    expect((await queue(true)).map(({ node }) => node.state)).toEqual(['DECLINED']);
  });

  it('are answered in Stoa and by mail', async () => {
    await world.runJobs();
    expect(await own()).toMatchObject([{ state: 'DECLINED', answer: 'The letter says June' }]);
    const [mail] = mails().filter(({ subject }) => subject === 'Your correction was declined');
    expect(mail?.['text']).toContain('The letter says June');
  });

  it('leave who did what in the audit log, and none of their words', async () => {
    const rows = await world.services.db.rows(
      `SELECT act, detail FROM audit_log WHERE subject_type = 'CorrectionRequest' AND subject_id = $1 ORDER BY seq`,
      [first.id.split('_')[1]],
    );
    expect(rows).toEqual([
      { act: 'requestCorrection', detail: { subject: 'APPOINTMENT' } },
      { act: 'decideCorrection', detail: { state: 'DECLINED' } },
    ]);
    expect(await wordsInAudit(world.services.db)).toEqual([]);
  });

  it('wait ten at a time and no more', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(person, `Number ${String(n)}`)));
    expect(asked.filter(({ correction }) => correction !== null)).toHaveLength(10);
    expect(asked.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['TOO_MANY_OPEN', 'TOO_MANY_OPEN']);
  });

  it('go with the person', async () => {
    await erasePerson(world.services, person ?? '', { at: world.services.clock.now(), withdrawsWords: false });
    expect(await world.services.db.rows('SELECT wrong FROM correction_requests')).toEqual([{ wrong: 'My own affiliation' }]);
    await world.runJobs();
    expect((await queue(true)).length).toBe(0);
  });
});
