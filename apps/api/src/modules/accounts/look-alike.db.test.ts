import { newId } from '../../platform/ids.js';
import { factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { inviteByEmail } from './people.js';

const ERRORS = 'userErrors { code path }';
const SIGN_UP = `mutation($input: SignUpInput!) { done: signUp(input: $input) { ${ERRORS} } }`;
const JOIN = `mutation($input: AcceptInvitationInput!) { done: acceptInvitation(input: $input) { ${ERRORS} } }`;
const PROFILE = `mutation($input: UpdateProfileInput!) { done: updateProfile(input: $input) { ${ERRORS} } }`;
// Both in Cyrillic letters throughout, so that nothing but the look is wrong.
const FALSE_TOM = 'Том Сох';

interface Done {
  done: { userErrors: { code: string; path: string[] }[] };
}

describe('a name that looks like that of an administrator or coordinator', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let tom: string;
  let member: string;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' });
    make = factories(world.services.db);
    tom = await make.person({ name: 'Tom Cox' });
    member = await make.person({ name: 'Ian Ide' });
    await make.appointment({ personId: tom, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
  });
  afterAll(() => world.close());

  let people = 0;
  const signUp = async (name: string) => {
    const email = `new${String((people += 1))}@example.org`;
    return (await world.as(null)<Done>(SIGN_UP, { input: { name, email, lang: 'en' } }, { ip: `192.0.2.${String(people)}` })).data.done
      .userErrors;
  };
  const rename = async (personId: string, displayName: string) => {
    const row = await world.services.db.row<{ version: number }>('SELECT version FROM people WHERE id = $1', [personId]);
    const shows = { audience: 'SIGNED_IN', about: '', showsEmail: false, showsAffiliations: false, showsAppointments: false };
    const input = { displayName, ...shows, expectedVersion: row?.version };
    return (await world.as(personId)<Done>(PROFILE, { input })).data.done.userErrors;
  };

  it('is refused at sign-up, and namesakes are not', async () => {
    expect(await signUp(FALSE_TOM)).toEqual([{ code: 'NAME_LOOKS_LIKE', path: ['name'] }]);
    expect(await signUp('Τom Cox')).toEqual([{ code: 'NAME_MIXES_SCRIPTS', path: ['name'] }]);
    expect(await signUp('Tom\u2066 Cox')).toEqual([{ code: 'NAME_INVISIBLE', path: ['name'] }]);
    expect(await signUp('Tom Cox')).toEqual([]);
    expect(await signUp('lan Ide')).toEqual([]);
  });

  it('is refused when an invitation is accepted', async () => {
    const email = 'invited@example.org';
    const detail = { kind: 'NETWORK', subjectId: newId() };
    const invitation = { email, name: 'Anna', lang: 'en' as const, detail, invitedBy: null, now: world.services.clock.now() };
    await world.services.db.transaction((tx) => inviteByEmail(tx, invitation));
    await world.runJobs();
    const mail = (await world.services.mailer.kept()).find(({ to }) => to === email);
    const token = /\/join\/([^\s\]]+)/.exec(mail?.text ?? '')?.[1];
    const input = { token, password: 'three words of no kin', name: FALSE_TOM, lang: 'en' };
    expect((await world.as(null)<Done>(JOIN, { input })).data.done.userErrors).toEqual([{ code: 'NAME_LOOKS_LIKE', path: ['name'] }]);
  });

  it('does not keep one who bore it before from changing the rest of their profile', async () => {
    const before = await make.person({ name: FALSE_TOM });
    expect(await rename(before, FALSE_TOM)).toEqual([]);
  });

  it('is refused to whoever changes their name, but for the one who bears it, and only while the post lasts', async () => {
    expect(await rename(member, FALSE_TOM)).toEqual([{ code: 'NAME_LOOKS_LIKE', path: ['displayName'] }]);
    expect(await rename(tom, FALSE_TOM)).toEqual([]);
    expect(await rename(tom, 'Tom Cox')).toEqual([]);
    await world.services.db.row('UPDATE appointments SET ends_on = $1', ['2026-11-01']);
    expect(await rename(member, FALSE_TOM)).toEqual([]);
  });
});
