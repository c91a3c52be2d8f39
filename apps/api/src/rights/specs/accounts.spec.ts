import { newId } from '../../platform/ids.js';
import { hashPassword } from '../../modules/accounts/index.js';
import type { Persona } from '../ground.js';
import type { Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, idOf, next, sql, version } from './helpers.js';

/** What a visitor may do; the right lies in the token or the password. */
const open = (make: Spec['make'], passes: string[] = []): Spec => ({ act: 'public.read', on: 'none', isPublic: true, make, passes });
/** What one does to one's own account. */
const own = (make: Spec['make'], passes: string[] = []): Spec => ({ act: 'profile.own', on: 'none', own: 'always', make, passes });
const noToken = ['TOKEN_UNKNOWN'];

/** Home, signing in, tokens, one's own profile, administration of people. */
export const accounts: Specs = {
  home: { act: 'profile.own', on: 'none', own: 'always', make: () => ({}) },
  visitHome: { act: 'profile.own', on: 'none', own: 'always', make: () => ({}) },
  snoozeHomeItem: {
    act: 'profile.own',
    on: 'none',
    own: 'always',
    make: (_ground, _owner, persona) => ({ input: { key: `FLAG:${idOf(persona)}`, until: 'TOMORROW' } }),
  },
  viewer: { act: 'public.read', on: 'none', isPublic: true, make: () => ({}), sees: () => true },
  demoAccounts: open(() => ({})),
  accountToken: open(() => ({ kind: 'RESET', token: 'none' })),
  signIn: open(() => ({ input: { email: `nobody${String(next())}@example.org`, password: 'a wrong password' } }), ['SIGN_IN_FAILED']),
  signOut: open(() => ({})),
  signUp: open(() => ({ input: { email: `new${String(next())}@example.org`, name: 'New Person', lang: 'en' } })),
  confirmSignUp: open(() => ({ input: { token: 'none', password: 'x' } }), noToken),
  acceptInvitation: open(() => ({ input: { token: 'none', password: 'x', name: 'New Person', lang: 'en' } }), noToken),
  requestNewLink: open(() => ({ input: { token: 'none' } }), noToken),
  requestPasswordReset: open(() => ({ input: { email: `nobody${String(next())}@example.org` } })),
  resetPassword: open(() => ({ input: { token: 'none', password: 'x' } }), noToken),
  changePassword: own(() => ({ input: { currentPassword: 'wrong', newPassword: 'x' } }), ['CURRENT_PASSWORD_WRONG']),
  prove: own(
    async (ground, _owner, persona) => {
      if (persona.personId)
        await sql(ground, `INSERT INTO credentials (person_id, password_hash, changed_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`, [
          persona.personId,
          await (someHash ??= hashPassword('the right one')),
        ]);
      return { input: { method: 'PASSWORD', answer: 'wrong' } };
    },
    ['CURRENT_PASSWORD_WRONG'],
  ),
  finishSignIn: open(() => ({ input: { method: 'CODE', code: '000000' } }), ['SIGN_IN_EXPIRED']),
  passkeySignInOptions: open(() => ({})),
  signInWithPasskey: open(() => ({ input: { response: '{}' } }), ['PASSKEY_REFUSED']),
  passkeyOptions: own(() => ({ purpose: 'ADD' })),
  addPasskey: own(() => ({ input: { name: 'Laptop', response: '{}' } }), ['PASSKEY_REFUSED']),
  renamePasskey: own(async (ground, _owner, persona) => ({
    input: { id: gid('Passkey', await passkey(ground, persona)), name: 'Key', expectedVersion: 1 },
  })),
  startCodeApp: own(() => ({})),
  confirmCodeApp: own(() => ({ input: { code: '000000' } }), ['CODE_WRONG', 'CODE_APP_NOT_STARTED']),
  turnOffCodeApp: own(() => ({}), ['CODE_APP_NOT_STARTED']),
  renewRecoveryCodes: own(() => ({}), ['NO_SECOND_FACTOR']),
  revokeSession: own(async (ground, _owner, persona) => {
    const id = newId();
    if (persona.personId) {
      await ground.make.insert('sessions', {
        id,
        token_hash: Buffer.from(id),
        person_id: persona.personId,
        created_at: 'now',
        last_seen_at: 'now',
        expires_at: '2099-01-01',
      });
    }
    return { input: { id: gid('Session', id) } };
  }),
  updatePreferences: own(async (ground, _owner, persona) => ({
    input: { theme: 'dark', expectedVersion: await version(ground, 'people', idOf(persona)) },
  })),
  updateProfile: own(async (ground, _owner, persona) => ({
    input: {
      displayName: 'Another Name',
      audience: 'EVERYONE',
      about: '',
      showsEmail: false,
      showsAffiliations: false,
      showsAppointments: false,
      expectedVersion: await version(ground, 'people', idOf(persona)),
    },
  })),
  privacy: { act: 'profile.own', on: 'none', own: 'always', make: () => ({}), fields: 'held { count }' },
  dataAccesses: { act: 'profile.own', on: 'none', own: 'always', make: () => ({ first: 5 }), fields: EDGES },
  startPersonalExport: own(async (ground, _owner, persona) => {
    // One that is still being written would be the answer.
    if (persona.personId) await sql(ground, 'DELETE FROM exports WHERE requested_by = $1', [persona.personId]);
    return { input: { clientMutationId: `own data ${String(next())}` } };
  }),
  requestErasure: own(() => ({ input: { withdrawsWords: false } }), ['ONLY_ADMINISTRATOR']),
  cancelErasure: own(async (ground, _owner, persona) => {
    const id = newId();
    if (persona.personId) {
      await sql(ground, 'DELETE FROM erasures WHERE person_id = $1', [persona.personId]);
      const asked = {
        person_id: persona.personId,
        requested_at: '2026-11-24T08:00:00Z',
        due_at: '2026-12-08T08:00:00Z',
        withdraws_words: false,
      };
      await ground.make.insert('erasures', { id, ...asked });
    }
    return { input: { id: gid('Erasure', id) } };
  }),
  signInProviders: open(() => ({})),
  voucher: { act: 'public.read', on: 'none', isPublic: true, make: () => ({}), sees: () => true },
  beginProviderSignIn: open(() => ({ input: { provider: 'none' } }), ['PROVIDER_UNKNOWN']),
  proveAccount: open(() => ({ input: { password: 'x' } }), ['VOUCHER_LOST']),
  signUpByProvider: open(() => ({ input: { name: 'New Person', lang: 'en' } }), ['VOUCHER_LOST']),
  beginIdentityLink: own(() => ({ input: { provider: 'none' } }), ['PROVIDER_UNKNOWN']),
  unlinkIdentity: own(async (ground, _owner, persona) => {
    const id = newId();
    if (persona.personId) {
      await sql(ground, `INSERT INTO credentials (person_id, password_hash, changed_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`, [
        persona.personId,
        await (someHash ??= hashPassword('the right one')),
      ]);
      await ground.make.insert('identities', {
        id,
        person_id: persona.personId,
        provider: 'school',
        issuer: 'https://login.example',
        subject: id,
        linked_at: 'now',
      });
    }
    return { input: { id: gid('Identity', id) } };
  }),
  requestEmailChange: own(() => ({ input: { email: `changed${String(next())}@example.org` } })),
  confirmEmailChange: open(() => ({ input: { token: 'none' } }), noToken),
  undoEmailChange: open(() => ({ input: { token: 'none' } }), noToken),
  keptMails: { act: 'register.change', on: 'none', make: () => ({ first: 5 }), fields: 'id' },
  suspendPerson: {
    act: 'register.change',
    on: 'none',
    make: async (ground) => ({ input: { id: gid('Person', await ground.make.person()), expectedVersion: 1 } }),
  },
  deactivatePerson: {
    act: 'register.change',
    on: 'none',
    make: async (ground) => ({ input: { id: gid('Person', await ground.make.person()), expectedVersion: 1 } }),
  },
  reactivatePerson: {
    act: 'register.change',
    on: 'none',
    make: async (ground) => ({ input: { id: gid('Person', await ground.make.person({ status: 'SUSPENDED' })), expectedVersion: 1 } }),
  },
  removeFactors: {
    act: 'register.change',
    on: 'none',
    make: async (ground) => {
      const personId = await ground.make.person();
      await passkey(ground, { personId });
      return { input: { id: gid('Person', personId), expectedVersion: 1, reason: 'LOST' } };
    },
  },
  person: [
    { act: 'profile.readPublic', on: 'none', isPublic: true, make: (ground) => profile(ground.somebody, 'EVERYONE', ground) },
    {
      act: 'signed-in',
      policy: 'profile.readPublic',
      on: 'none',
      sees: (person) => person !== null,
      make: (ground) => profile(ground.somebody, 'SIGNED_IN', ground),
    },
  ],
  people: {
    act: 'people.find',
    policy: 'appointment.make',
    on: 'network',
    fields: 'edges { node { id } }',
    sees: (page, variables) => holds(page, variables['search'] && gid('Person', String(found.get(variables['search'])))),
    make: async (ground) => {
      const name = `Findable ${String.fromCharCode(97 + (next() % 26))}x${String(next())}`;
      const personId = await ground.make.person({ name });
      await ground.make.member({ networkId: ground.home.networkId, countyId: ground.home.countyId, personId });
      found.set(name, personId);
      return { first: 50, search: name };
    },
  },
};

/** What ends the personas' sessions. */
export const farewell: Specs = {
  removePasskey: own(async (ground, _owner, persona) => ({ input: { id: gid('Passkey', await passkey(ground, persona)) } })),
  signOutElsewhere: own(() => ({})),
  signOutEverywhere: own(() => ({})),
  deactivateAccount: own(() => ({})),
};

let someHash: Promise<string> | undefined;

/** A passkey of the persona's; of nobody for a visitor. */
async function passkey(ground: Parameters<typeof sql>[0], persona: Pick<Persona, 'personId'>): Promise<string> {
  const id = newId();
  if (persona.personId)
    await ground.make.insert('passkeys', {
      id,
      person_id: persona.personId,
      credential_id: id,
      public_key: Buffer.alloc(1),
      counter: 0,
      name: 'Key',
      created_at: 'now',
    });
  return id;
}

const found = new Map<unknown, string>();

async function profile(personId: string, audience: string, ground: Parameters<typeof sql>[0]): Promise<{ handle: string }> {
  await sql(ground, `UPDATE people SET preferences = $2 WHERE id = $1`, [
    personId,
    JSON.stringify({ profile: { audience, about: '', showsEmail: false, showsAffiliations: false, showsAppointments: false } }),
  ]);
  return {
    handle: (await ground.world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [personId]))?.handle ?? '',
  };
}
