import { newId } from '../platform/ids.js';
import { countyTree, factories } from './factories.js';
import type { Clone } from './database.js';
import { startWorld, type World } from './world.js';

/** A network with everybody who may or may not take part in it, and another network far from it. */
export interface DiscussionWorld {
  world: World;
  /** Persons by what they are to the network; null is a visitor. */
  people: Record<DiscussionPersona, string | null>;
  network: { id: string; slug: string; countyId: string };
  foreignNetwork: { id: string; slug: string; countyId: string };
  /** Asks a question as the author and returns its ids. */
  ask(title?: string, as?: DiscussionPersona): Promise<{ threadId: string; no: number }>;
  /** Replies and returns the post's global id. */
  answer(threadId: string, as: DiscussionPersona, body?: string): Promise<string>;
}

export const DISCUSSION_PERSONAS = [
  'visitor',
  'stranger',
  'author',
  'member',
  'suspended',
  'left',
  'requested',
  'foreignMember',
  'coordinator',
  'endedCoordinator',
  'foreignCoordinator',
  'county',
  'foreignCounty',
  'region',
  'foreignRegion',
  'administrator',
  'head',
  'principal',
  'suspendedCoordinator',
] as const;
export type DiscussionPersona = (typeof DISCUSSION_PERSONAS)[number];

/** Starts a world with a network and its people. @param clone its database */
export async function discussionWorld(clone: Clone = {}): Promise<DiscussionWorld> {
  const world = await startWorld({}, clone);
  const { db } = world.services;
  const make = factories(db);
  const home = await countyTree(db);
  const far = await countyTree(db);
  const networkId = await make.network({ countyId: home.countyId, promoted: false });
  const foreignId = await make.network({ countyId: far.countyId, promoted: false });
  const slugOf = async (id: string) => (await db.row<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [id]))?.slug ?? '';
  const schoolId = await make.school({ countyId: home.countyId, name: 'Harbour Primary 7' });
  const person = async (
    name: string,
    roles: { role: 'NC' | 'CC' | 'RC' | 'AD' | 'CH' | 'SP'; scopeType: string; scopeId: string; endsOn?: string }[] = [],
    member?: { networkId: string; state?: string; suspendedUntil?: string },
  ) => {
    const personId = await make.person({ name });
    for (const role of roles) await make.appointment({ personId, ...role });
    if (member)
      await make.member({ countyId: member.networkId === networkId ? home.countyId : far.countyId, personId, schoolId, ...member });
    return personId;
  };
  const here = { networkId };
  const people: DiscussionWorld['people'] = {
    visitor: null,
    stranger: await person('Stranger'),
    author: await person('Author', [], here),
    member: await person('Member', [], here),
    suspended: await person('Suspended', [], { ...here, suspendedUntil: '2026-12-24T08:00:00Z' }),
    left: await person('Left', [], { ...here, state: 'LEFT' }),
    requested: await person('Requested', [], { ...here, state: 'REQUESTED' }),
    foreignMember: await person('Foreign member', [], { networkId: foreignId }),
    coordinator: await person('Coordinator', [{ role: 'NC', scopeType: 'NETWORK', scopeId: networkId }]),
    endedCoordinator: await person('Ended coordinator', [{ role: 'NC', scopeType: 'NETWORK', scopeId: networkId, endsOn: '2026-11-23' }]),
    foreignCoordinator: await person('Foreign coordinator', [{ role: 'NC', scopeType: 'NETWORK', scopeId: foreignId }]),
    county: await person('County', [{ role: 'CC', scopeType: 'COUNTY', scopeId: home.countyId }]),
    foreignCounty: await person('Foreign county', [{ role: 'CC', scopeType: 'COUNTY', scopeId: far.countyId }]),
    region: await person('Region', [{ role: 'RC', scopeType: 'REGION', scopeId: home.regionId }]),
    foreignRegion: await person('Foreign region', [{ role: 'RC', scopeType: 'REGION', scopeId: far.regionId }]),
    administrator: await person('Administrator', [{ role: 'AD', scopeType: 'EVERYTHING', scopeId: home.countryId }]),
    head: await person('Head', [{ role: 'CH', scopeType: 'CENTRE', scopeId: home.countyId }]),
    principal: await person('Principal', [{ role: 'SP', scopeType: 'SCHOOL', scopeId: schoolId }]),
    suspendedCoordinator: await person('Suspended coordinator', [{ role: 'NC', scopeType: 'NETWORK', scopeId: networkId }], {
      ...here,
      suspendedUntil: '2026-12-24T08:00:00Z',
    }),
  };
  await make.insert('affiliations', {
    id: newId(),
    person_id: people.author,
    school_id: schoolId,
    county_id: home.countyId,
    profession: 'TEACHER',
    state: 'CONFIRMED',
    starts_on: '2026-09-01',
  });
  const network = { id: networkId, slug: await slugOf(networkId), countyId: home.countyId };
  return {
    world,
    people,
    network,
    foreignNetwork: { id: foreignId, slug: await slugOf(foreignId), countyId: far.countyId },
    async ask(title = 'Three cards for a class hour', as = 'author') {
      const answer = await world.as(people[as])<{ startThread: { thread: { id: string; no: number } } }>(
        'mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id no } userErrors { code } } }',
        { input: { network: network.slug, kind: 'QUESTION', title, body: 'What **works**?', lang: 'en' } },
      );
      return { threadId: answer.data.startThread.thread.id, no: answer.data.startThread.thread.no };
    },
    async answer(threadId, as, body = 'Three cards') {
      const answer = await world.as(people[as])<{ reply: { post: { id: string } } }>(
        'mutation($input: ReplyInput!) { reply(input: $input) { post { id } userErrors { code } } }',
        { input: { threadId, body, lang: 'en' } },
      );
      return answer.data.reply.post.id;
    },
  };
}
