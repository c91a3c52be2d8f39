import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { memberExportFile } from './write-member-export.js';
import { personaOf } from '../../../testing/personas.js';
import { toGlobalId } from '../../../platform/ids.js';

const WELCOME = 'query($network: String!) { networkWelcome(network: $network) { body html greets version } }';
const SET = 'mutation($input: SetWelcomeInput!) { setWelcome(input: $input) { welcome { version html } userErrors { code path } } }';
const ASIDE = 'mutation($input: PutWelcomeAsideInput!) { putWelcomeAside(input: $input) { welcome { greets } userErrors { code } } }';
const WRITE = 'mutation($input: WriteToMembersInput!) { writeToMembers(input: $input) { recipients userErrors { code path } } }';

/** What a network says to its members. */
describe('greeting members', () => {
  let d: DiscussionWorld;
  let networkId: string;
  beforeAll(async () => {
    d = await discussionWorld();
    networkId = toGlobalId('Network', d.network.id);
  });
  afterAll(() => d.world.close());

  const as = <Data>(who: DiscussionPersona, text: string, input: Record<string, unknown>) =>
    d.world.as(d.people[who])<Data>(text, { input: { networkId, ...input } });
  const welcome = async (who: DiscussionPersona) =>
    (
      await d.world.as(d.people[who])<{ networkWelcome: { body: string | null; html: string; greets: boolean } | null }>(WELCOME, {
        network: d.network.slug,
      })
    ).data.networkWelcome;
  const letters = async () => (await d.world.services.mailer.kept()).filter(({ subject }) => subject.includes('A meeting'));

  it('welcomes each who joins once, and none who was there before', async () => {
    const set = await as<{ setWelcome: { welcome: { version: number; html: string } } }>('coordinator', SET, {
      body: '**Welcome** <b>',
      expectedVersion: 0,
    });
    expect(set.data.setWelcome.welcome).toEqual({ version: 1, html: '<p><strong>Welcome</strong> &lt;b&gt;</p>\n' });
    expect((await as('county', SET, { body: 'Two at once', expectedVersion: 0 })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    expect((await as('member', SET, { body: 'Mine', expectedVersion: 1 })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await welcome('member')).toEqual({ body: null, html: expect.any(String), greets: false, version: 1 });
    await d.world.services.db.row("UPDATE memberships SET joined_at = '2026-11-24T07:30:00Z' WHERE person_id = $1", [d.people.member]);
    expect((await welcome('member'))?.greets).toBe(true);
    expect((await welcome('author'))?.greets).toBe(false);
    expect((await welcome('coordinator'))?.body).toBe('**Welcome** <b>');
    expect(await welcome('stranger')).toBeNull();
    for (let time = 0; time < 2; time += 1) {
      const aside = await as<{ putWelcomeAside: { welcome: { greets: boolean } } }>('member', ASIDE, {});
      expect(aside.data.putWelcomeAside.welcome.greets).toBe(false);
    }
    // Taken back and said again it greets nobody anew.
    await as('coordinator', SET, { body: '', expectedVersion: 1 });
    expect(await welcome('member')).toMatchObject({ html: '', greets: false });
  });

  it('mails each member one letter, also where it is sent twice, and no more than three a day', async () => {
    const letter = { subject: 'A meeting', body: 'On Tuesday.\n\nBring\ncards & <b>pens</b>.', lang: 'en' };
    const sent = await Promise.all(
      [1, 2].map(() => as<{ writeToMembers: { recipients: number } }>('coordinator', WRITE, { ...letter, clientMutationId: 'once' })),
    );
    // Author, member and both who are suspended.
    expect(sent.map(({ data }) => data.writeToMembers.recipients)).toEqual([4, 4]);
    await d.world.services.db.row("UPDATE memberships SET state = 'LEFT' WHERE person_id = $1", [d.people.suspended]);
    await d.world.runJobs();
    await d.world.runJobs();
    const mails = await letters();
    expect(mails).toHaveLength(3);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(3);
    expect(mails[0]?.text).toContain('Bring cards & <b>pens</b>.');
    expect(mails[0]?.html).toContain('&lt;b&gt;pens');
    expect(mails[0]?.subject).toContain(': A meeting');
    const codes = async (who: DiscussionPersona, over: Record<string, unknown> = {}) => {
      const { data, errors } = await as<{ writeToMembers: { userErrors: { code: string }[] } }>(who, WRITE, { ...letter, ...over });
      return errors?.[0]?.extensions?.code ?? data.writeToMembers.userErrors.map(({ code }) => code).join();
    };
    expect(await codes('coordinator', { subject: 'A', body: 'short' })).toBe('TOO_SHORT,TOO_SHORT');
    expect([await codes('county'), await codes('region'), await codes('coordinator')]).toEqual(['', '', 'RATE_LIMITED']);
    expect([await codes('member'), await codes('stranger'), await codes('foreignCoordinator')]).toEqual([
      'FORBIDDEN',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    const entries = await d.world.services.db.rows("SELECT detail FROM audit_log WHERE act = 'writeToMembers'");
    expect(entries).toEqual([{ detail: {} }, { detail: {} }, { detail: {} }]);
  });

  it('writes the members as a table for who may see them, without formulas and addresses that nobody shows', async () => {
    const { db } = d.world.services;
    await db.row(`UPDATE people SET display_name = '=HYPERLINK("x")', preferences = '{"profile": {"showsEmail": true}}' WHERE id = $1`, [
      d.people.author,
    ]);
    const start = async (who: DiscussionPersona, format: string) =>
      as<{ startMemberExport: { export: { id: string } } }>(
        who,
        'mutation($input: StartMemberExportInput!) { startMemberExport(input: $input) { export { id } userErrors { code } } }',
        { format, clientMutationId: format },
      );
    for (const format of ['CSV', 'XLSX']) {
      const { data } = await start('coordinator', format);
      const id = data.startMemberExport.export.id.slice('Export_'.length);
      expect((await start('coordinator', format)).data.startMemberExport.export.id).toBe(data.startMemberExport.export.id);
      await d.world.runJobs();
      const download = async (who: DiscussionPersona) =>
        memberExportFile(d.world.app.contextFor({ viewer: await personaOf(d.world.services, d.people[who] ?? ''), me: null }), id);
      const file = await download('coordinator');
      expect([await download('county'), await download('member')]).toEqual([null, null]);
      const chunks: Buffer[] = [];
      for await (const chunk of (await d.world.services.files.get(file?.storage_key ?? '')) as AsyncIterable<Buffer>) chunks.push(chunk);
      if (format === 'XLSX') continue;
      const text = Buffer.concat(chunks).toString();
      expect(text).toContain(`"'=HYPERLINK(""x"")",,Teacher,Harbour Primary 7,2026-09-01,`);
      expect(text.match(/@example\.org/gu)).toHaveLength(1);
      expect(text).not.toContain('Stranger');
    }
    expect((await start('member', 'CSV')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await db.rows("SELECT DISTINCT detail FROM audit_log WHERE act = 'exportMembers' ORDER BY 1")).toEqual([
      { detail: { format: 'CSV' } },
      { detail: { format: 'XLSX' } },
    ]);
  });

  it('sends nothing that its writer may no longer send', async () => {
    await d.world.services.db.row('DELETE FROM graphile_worker._private_jobs');
    await d.world.services.db.row('DELETE FROM network_letters');
    await as('coordinator', WRITE, { subject: 'Another meeting', body: 'On Wednesday.', lang: 'en' });
    await d.world.services.db.row("UPDATE appointments SET ends_on = '2026-11-23' WHERE person_id = $1", [d.people.coordinator]);
    await d.world.runJobs();
    expect((await d.world.services.mailer.kept()).filter(({ subject }) => subject.includes('Another meeting'))).toEqual([]);
  });
});
