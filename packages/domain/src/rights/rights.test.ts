import {
  type Act,
  ACTS,
  allows,
  COLUMNS,
  type Column,
  explain,
  mayAppoint,
  type Role,
  ROLES,
  rolesWith,
  type Target,
  type Viewer,
} from './index.js';

/** The rights table once more, as its cells stand, in its order: V M NC SS SH CM CS CH SO SP CC RC AD. */
const TABLE: readonly (readonly [acts: string, cells: string])[] = [
  ['public.read', 'p p p p p p p p p p p p a'],
  ['centre.edit', '- - - - - - s s - - - s a'],
  ['structure.edit', '- - - - s - s s - - - s a'],
  ['school.edit', '- - - - - - - - s s s s a'],
  [
    'register.change person.merge topic.edit retention.edit audit.read correction.read correction.decide consent.publish',
    '- - - - - - - - - - - - a',
  ],
  ['profile.readPublic', 'p p p p p p p p p p p p a'],
  ['affiliation.read appointment.read', '- o+m s s s s s s s s s s a'],
  ['affiliation.confirm', '- - - - - - - - - s s s a'],
  ['appointment.make appointment.end', '- - - - appoint - - appoint - - appoint appoint a'],
  ['profile.own', '- o o o o o o o o o o o o'],
  ['discussion.read', '- m s - - - - - - - s s a'],
  ['discussion.write post.flag', '- m s - - - - - - - s - -'],
  ['post.editOwn', '- o o o o o o o o o o o o'],
  ['answer.accept', '- asker s - - - - - - - s - -'],
  ['moderation.decide moderation.configure moderation.readLog', '- - s - - - - - - - s s a'],
  ['thread.summarise', '- - s - - - - - - - s s a'],
  ['moderation.readPublicLog', '- m s - - - - - - - s s a'],
  ['appeal.make', '- o o o o o o o o o o o o'],
  ['appeal.decide', '- - - - - - - - - - s s a'],
  ['membership.own', '- o o o o o o o o o o o o'],
  ['network.admit network.edit network.message network.exportMembers', '- - s - - - - - - - s s a'],
  ['network.create network.changeState network.openYear', '- - - - - - - - - - s s a'],
  ['network.health', '- - s - - - - - - - s s a'],
  ['county.overview', '- - - - - - - - - - s s a'],
  ['resource.propose', '- o o o o o o o o o o o o'],
  ['resource.review', '- - s - s - - s - - s s a'],
  ['assessment.create', '- - s s s s s s s - s s a'],
  ['assessment.answer', 'link invited invited invited invited invited invited invited invited invited invited invited invited'],
  ['assessment.readNamedAnswer', '- o owner owner owner - - owner owner - owner owner -'],
  ['assessment.readAnonymousAnswer', '- - - - - - - - - - - - -'],
  ['support.record', '- - - - - - - - s s - - a'],
  ['supportPlan.agree', '- - - - - - - - - s - - -'],
  ['support.read', '- - - - - - - - s s s s a'],
  ['consultationNote.write', '- - - - - - - - author - - - -'],
  ['need.arrange', '- - s s s s - s s - s s a'],
  ['plan.readDraft', '- m s s s s s s - - s s a'],
  ['networkPlan.write', '- - s - - - - - - - vacant - -'],
  ['networkPlan.decide', '- - - - - - - - - - s s a'],
  ['structurePlan.draft', '- - - s s - - - - - - - -'],
  ['structurePlan.submit', '- - - - s - - s - - - - -'],
  ['structurePlan.vote', '- - - - - s - - - - - - -'],
  ['programme.compile', '- - - - - - s s - - - - a'],
  ['programme.approve', '- - - - - s - s - - - - -'],
  ['countyProgramme.edit', '- - - - - - - - - - s s a'],
  ['event.run', '- - s s s - s s s - s s a'],
  ['event.register', 'mail o o o o o o o o o+school o o o'],
  ['event.readRegistrants', '- - organiser organiser organiser - organiser organiser organiser school s s a'],
  ['certificate.issue', '- - organiser - organiser - organiser organiser - - s s a'],
  ['report.write', '- - s - - - - - - - vacant - -'],
  ['report.readPresented report.comment', '- m s - - - - - - - s s a'],
  ['report.decide', '- - - - - - - - - - s s a'],
  ['report.export', '- - s - s - s s - - s s a'],
  ['ticket.ask', 'yes o o o o o o o o o o o o'],
  ['ticket.answer', 'key o o s s - s s o o o o a'],
  ['ticket.confidential', 'key o - named named - - named - - - - -'],
];

const RELATIONS = [
  'own',
  'same',
  'subtree',
  'foreign',
  'ended',
  'suspended',
  'member',
  'asker',
  'named',
  'vacant',
  'public',
  'key',
  'concerned',
] as const;
type Relation = (typeof RELATIONS)[number];

const SILENT_WHEN_SUSPENDED = 'discussion.write post.flag post.editOwn answer.accept report.comment'.split(' ');
const NEVER_BY_CONCERNED =
  'moderation.decide appeal.decide affiliation.confirm correction.decide resource.review networkPlan.decide structurePlan.vote programme.approve report.decide'.split(
    ' ',
  );
const READ_FIRST = ['post.editOwn', 'answer.accept'];
const ABOVE_WHEN_VACANT = ['networkPlan.decide', 'report.decide'];

const cells = new Map(TABLE.flatMap(([acts, row]) => acts.split(' ').map((act) => [act, row.split(' ')] as const)));

function viewerOf(column: Column, relation: Relation): Viewer {
  const holds = column !== 'V' && column !== 'M' && relation !== 'ended';
  const joined = relation === 'suspended' || relation === 'member' || relation === 'asker';
  return {
    personId: column === 'V' ? null : 'me',
    appointments: holds ? [{ role: column, scopeId: 'mine' }] : [],
    memberships: column !== 'V' && joined ? [{ networkId: 'network', suspended: relation === 'suspended' }] : [],
  };
}

function targetOf(relation: Relation): Target {
  const inside = ['same', 'ended', 'suspended', 'named', 'vacant', 'concerned'].includes(relation);
  const scopes = relation === 'subtree' ? ['below', 'mine', 'above'] : inside ? ['mine', 'above'] : ['other', 'above'];
  return {
    scopes,
    networkId: 'network',
    ownerId: relation === 'own' ? 'me' : 'somebody',
    questionAuthorId: relation === 'asker' ? 'me' : 'somebody',
    isPublic: relation === 'public',
    holdsKey: relation === 'key',
    coordinatorVacant: relation === 'vacant',
    named: relation === 'named' ? ['me'] : [],
    concerns: relation === 'concerned' ? ['me'] : [],
    role: 'SS',
  };
}

/** What one word of a cell promises in a relation. */
function promises(word: string, column: Column, relation: Relation): boolean {
  const within = ['same', 'subtree', 'suspended', 'named', 'vacant', 'concerned'].includes(relation);
  switch (word) {
    case '-':
      return false;
    case 'p':
      return relation === 'public';
    case 'o':
      return relation === 'own';
    case 'm':
      return ['suspended', 'member', 'asker'].includes(relation);
    case 's':
      return within;
    case 'a':
      return relation !== 'ended';
    case 'yes':
      return true;
    case 'link':
    case 'mail':
    case 'key':
      return relation === 'key';
    case 'invited':
    case 'named':
      return relation === 'named';
    case 'organiser':
    case 'owner':
      return relation === 'named';
    case 'vacant':
      return relation === 'vacant';
    case 'asker':
      return relation === 'asker';
    case 'author':
      return false;
    case 'school':
      return within;
    case 'appoint':
      return within && (column === 'SH' || column === 'CH');
    default:
      throw new Error(`unspecified: ${word}`);
  }
}

function expected(act: string, column: Column, relation: Relation): boolean {
  const row = cells.get(act);
  if (row?.length !== 13) throw new Error(`unspecified: ${act}`);
  if (column !== 'V' && NEVER_BY_CONCERNED.includes(act) && relation === 'concerned') return false;
  if (column !== 'V' && SILENT_WHEN_SUSPENDED.includes(act) && relation === 'suspended') return false;
  if (column === 'CC' && ABOVE_WHEN_VACANT.includes(act) && relation === 'vacant') return false;
  if (READ_FIRST.includes(act) && !expected('discussion.read', column, relation)) return false;
  const held: Column[] = column === 'V' ? ['V'] : column === 'M' || relation === 'ended' ? ['M'] : ['M', column];
  return held.some((each) => row[COLUMNS.indexOf(each)]?.split('+').some((word) => promises(word, each, relation)));
}

describe('rights table', () => {
  it('holds every act of the table and no other', () => {
    expect([...cells.keys()]).toEqual([...ACTS]);
    expect(TABLE).toHaveLength(55);
  });

  it('answers every act × role × relation as the table says', () => {
    let cases = 0;
    const wrong: string[] = [];
    for (const act of ACTS) {
      for (const column of COLUMNS) {
        for (const relation of RELATIONS) {
          cases += 1;
          const answer = allows(viewerOf(column, relation), act, targetOf(relation));
          if (answer !== expected(act, column, relation)) wrong.push(`${act} ${column} ${relation}: ${String(answer)}`);
        }
      }
    }
    process.stdout.write(`rights: ${String(cases)} cases of act, role and relation, 0 unspecified\n`);
    expect(wrong).toEqual([]);
    expect(cases).toBe(ACTS.length * 13 * RELATIONS.length);
  });

  it('grants nothing for an empty target but what needs none', () => {
    const member: Viewer = {
      personId: 'me',
      appointments: ROLES.filter((role) => role !== 'AD').map((role) => ({ role, scopeId: 'mine' })),
      memberships: [],
    };
    expect(ACTS.filter((act) => allows(member, act, {}))).toEqual([]);
  });
});

describe('rules beside the table', () => {
  const holder = (role: Role, personId = 'me'): Viewer => ({ personId, appointments: [{ role, scopeId: 'mine' }], memberships: [] });
  const here: Target = { scopes: ['mine'], networkId: 'network' };

  it('lets each role be given by whom the table of roles names', () => {
    const givers = (role: Role): string => ROLES.filter((giver) => mayAppoint(holder(giver), role, here)).join(' ');
    expect(ROLES.map((role) => `${role}: ${givers(role)}`)).toEqual([
      'NC: CC RC AD',
      'SS: SH CH AD',
      'SH: CH AD',
      'CM: CH AD',
      'CS: CH AD',
      'CH: RC AD',
      'SO: CC RC AD',
      'SP: CC RC AD',
      'CC: RC AD',
      'RC: AD',
      'AD: AD',
    ]);
    expect(mayAppoint(holder('CC'), 'NC', { scopes: ['other'] })).toBe(false);
  });

  it('keeps the report with a coordinator whose post ended', () => {
    const former: Viewer = { personId: 'me', appointments: [], memberships: [] };
    expect(allows(former, 'report.write', { ...here, lastCoordinatorId: 'me' })).toBe(true);
    expect(allows(former, 'report.readPresented', { ...here, lastCoordinatorId: 'me' })).toBe(true);
    expect(allows(former, 'report.comment', { ...here, lastCoordinatorId: 'me' })).toBe(false);
    expect(allows(former, 'report.write', { ...here, lastCoordinatorId: null })).toBe(false);
  });

  it('lets the author of a consultation note alone read it', () => {
    expect(allows(holder('SO'), 'consultationNote.write', { ...here, ownerId: 'me' })).toBe(true);
    expect(allows(holder('SO'), 'consultationNote.write', { ...here, ownerId: 'other' })).toBe(false);
    expect(allows(holder('AD'), 'consultationNote.write', { ...here, ownerId: 'other' })).toBe(false);
  });

  it('says why it refuses', () => {
    const visitor: Viewer = { personId: null, appointments: [], memberships: [] };
    const reason = (viewer: Viewer, act: Act, target: Target): string => explain(viewer, act, target).reason;
    expect(reason(visitor, 'discussion.read', here)).toBe('NOT_SIGNED_IN');
    expect(reason(holder('SS'), 'network.admit', here)).toBe('NO_ROLE');
    expect(reason(holder('NC'), 'network.admit', { scopes: ['other'] })).toBe('OUT_OF_SCOPE');
    expect(reason(holder('SS'), 'discussion.read', here)).toBe('NOT_MEMBER');
    expect(reason(holder('CC'), 'report.write', here)).toBe('NOT_VACANT');
    expect(reason(holder('CC'), 'report.decide', { ...here, coordinatorVacant: true })).toBe('DECIDED_ABOVE');
    expect(reason(holder('NC'), 'moderation.decide', { ...here, concerns: ['me'] })).toBe('CONCERNS_YOU');
    expect(reason(holder('SS'), 'post.editOwn', { ...here, ownerId: 'me' })).toBe('NOT_READABLE');
  });

  it('names the roles from which the condition in SQL is built', () => {
    expect(rolesWith('discussion.read', 'scope')).toEqual(['NC', 'CC', 'RC']);
    expect(rolesWith('discussion.read', 'all')).toEqual(['AD']);
    expect(rolesWith('assessment.readAnonymousAnswer', 'scope')).toEqual([]);
  });
});

describe('decisions', () => {
  it('are taken from whom they concern, administrators included', () => {
    const administrator: Viewer = { personId: 'me', appointments: [{ role: 'AD', scopeId: '' }], memberships: [] };
    expect(
      NEVER_BY_CONCERNED.filter((act) => ACTS.some((known) => known === act && allows(administrator, known, { concerns: ['me'] }))),
    ).toEqual([]);
  });
});
