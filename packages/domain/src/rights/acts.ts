import type { Grant } from './grants.js';
import { COLUMNS, type Column } from './roles.js';

type Grants = Readonly<Partial<Record<Column, readonly Grant[]>>>;

interface Row {
  /** Acts that share the row, in the order the row names them. */
  acts: readonly string[];
  grants: Grants;
}

/** Grants `grant` to each of the columns named in a space-separated list. */
function give(grant: Grant, columns: string): Grants {
  const wanted = columns.split(' ');
  return Object.fromEntries(COLUMNS.filter((column) => wanted.includes(column)).map((column) => [column, [grant]]));
}

/** Every column but the visitor's. */
const SIGNED_IN = 'M NC SS SH CM CS CH SO SP CC RC AD';
const AD_ALL = give('all', 'AD');
const PUBLIC: Grants = { ...give('public', `V ${SIGNED_IN}`), ...AD_ALL };
const OWN = give('own', SIGNED_IN);

/** `scope` for the columns of the list, everything for an administrator. */
function scoped(columns: string): Grants {
  return { ...give('scope', columns), ...AD_ALL };
}

/** The rights table, row by row in its order. A column that is missing has no grant. */
export const RIGHTS = [
  { acts: ['public.read'], grants: PUBLIC },
  { acts: ['centre.edit'], grants: scoped('CS CH RC') },
  { acts: ['structure.edit'], grants: scoped('SH CS CH RC') },
  { acts: ['school.edit'], grants: scoped('SO SP CC RC') },
  {
    acts: [
      'register.change',
      'person.merge',
      'topic.edit',
      'retention.edit',
      'audit.read',
      'correction.read',
      'correction.decide',
      'consent.publish',
    ],
    grants: AD_ALL,
  },
  { acts: ['profile.readPublic'], grants: PUBLIC },
  { acts: ['affiliation.read', 'appointment.read'], grants: { M: ['own', 'member'], ...scoped('NC SS SH CM CS CH SO SP CC RC') } },
  { acts: ['affiliation.confirm'], grants: scoped('SP CC RC') },
  { acts: ['appointment.make', 'appointment.end'], grants: { ...give('appointable', 'SH CH CC RC'), ...AD_ALL } },
  { acts: ['profile.own'], grants: OWN },
  { acts: ['discussion.read'], grants: { M: ['member'], ...scoped('NC CC RC') } },
  { acts: ['discussion.write', 'post.flag'], grants: { M: ['member'], ...give('scope', 'NC CC') } },
  { acts: ['post.editOwn'], grants: OWN },
  { acts: ['answer.accept'], grants: { M: ['authorOfQuestion'], ...give('scope', 'NC CC') } },
  { acts: ['moderation.decide', 'moderation.configure', 'moderation.readLog'], grants: scoped('NC CC RC') },
  { acts: ['thread.summarise'], grants: scoped('NC CC RC') },
  { acts: ['moderation.readPublicLog'], grants: { M: ['member'], ...scoped('NC CC RC') } },
  { acts: ['appeal.make'], grants: OWN },
  { acts: ['appeal.decide'], grants: scoped('CC RC') },
  { acts: ['membership.own'], grants: OWN },
  { acts: ['network.admit', 'network.edit', 'network.message', 'network.exportMembers'], grants: scoped('NC CC RC') },
  { acts: ['network.create', 'network.changeState', 'network.openYear'], grants: scoped('CC RC') },
  { acts: ['network.health'], grants: scoped('NC CC RC') },
  { acts: ['county.overview'], grants: scoped('CC RC') },
  { acts: ['resource.propose'], grants: OWN },
  { acts: ['resource.review'], grants: scoped('NC SH CH CC RC') },
  { acts: ['assessment.create'], grants: scoped('NC SS SH CM CS CH SO CC RC') },
  { acts: ['assessment.answer'], grants: { ...give('invited', SIGNED_IN), V: ['byLink'] } },
  { acts: ['assessment.readNamedAnswer'], grants: { ...give('assessmentOwner', 'NC SS SH CH SO CC RC'), M: ['own'] } },
  { acts: ['assessment.readAnonymousAnswer'], grants: {} },
  { acts: ['support.record'], grants: scoped('SO SP') },
  { acts: ['supportPlan.agree'], grants: give('scope', 'SP') },
  { acts: ['support.read'], grants: scoped('SO SP CC RC') },
  { acts: ['consultationNote.write'], grants: { SO: ['author'] } },
  { acts: ['need.arrange'], grants: scoped('NC SS SH CM CH SO CC RC') },
  { acts: ['plan.readDraft'], grants: { M: ['member'], ...scoped('NC SS SH CM CS CH CC RC') } },
  { acts: ['networkPlan.write'], grants: { NC: ['scope'], CC: ['vacant'] } },
  { acts: ['networkPlan.decide'], grants: scoped('CC RC') },
  { acts: ['structurePlan.draft'], grants: give('scope', 'SS SH') },
  { acts: ['structurePlan.submit'], grants: give('scope', 'SH CH') },
  { acts: ['structurePlan.vote'], grants: give('scope', 'CM') },
  { acts: ['programme.compile'], grants: scoped('CS CH') },
  { acts: ['programme.approve'], grants: give('scope', 'CM CH') },
  { acts: ['countyProgramme.edit'], grants: scoped('CC RC') },
  { acts: ['event.run'], grants: scoped('NC SS SH CS CH SO CC RC') },
  { acts: ['event.register'], grants: { ...OWN, V: ['byEmail'], SP: ['own', 'ownSchool'] } },
  { acts: ['event.readRegistrants'], grants: { ...give('organiser', 'NC SS SH CS CH SO'), SP: ['ownSchool'], ...scoped('CC RC') } },
  { acts: ['certificate.issue'], grants: { ...give('organiser', 'NC SH CS CH'), ...scoped('CC RC') } },
  { acts: ['report.write'], grants: { NC: ['scope'], CC: ['vacant'] } },
  { acts: ['report.readPresented', 'report.comment'], grants: { M: ['member'], ...scoped('NC CC RC') } },
  { acts: ['report.decide'], grants: scoped('CC RC') },
  { acts: ['report.export'], grants: scoped('NC SH CS CH CC RC') },
  { acts: ['ticket.ask'], grants: { ...OWN, V: ['anyone'] } },
  { acts: ['ticket.answer'], grants: { V: ['byKey'], ...give('own', 'M NC SO SP CC RC'), ...scoped('SS SH CS CH') } },
  { acts: ['ticket.confidential'], grants: { V: ['byKey'], M: ['own'], ...give('named', 'SS SH CH') } },
] as const satisfies readonly Row[];

/** The name of something a person may do. */
export type Act = (typeof RIGHTS)[number]['acts'][number];

/** Every act, in the order of the table. */
export const ACTS: readonly Act[] = RIGHTS.flatMap((row) => [...row.acts]);

const grantsByAct = new Map<Act, Grants>(RIGHTS.flatMap((row) => row.acts.map((act): [Act, Grants] => [act, row.grants])));

/** What a column of the table is granted for an act; empty where the table has a dash. */
export function grantsOf(act: Act, column: Column): readonly Grant[] {
  return grantsByAct.get(act)?.[column] ?? [];
}

/** Acts that write as a member of a network: a suspended member may not, whatever the roles. */
export const MEMBER_WRITES: ReadonlySet<Act> = new Set<Act>([
  'discussion.write',
  'post.flag',
  'post.editOwn',
  'answer.accept',
  'report.comment',
]);

/** Acts that decide something: nobody does who is concerned. */
export const DECISIONS: ReadonlySet<Act> = new Set<Act>([
  'moderation.decide',
  'appeal.decide',
  'affiliation.confirm',
  'correction.decide',
  'resource.review',
  'networkPlan.decide',
  'structurePlan.vote',
  'programme.approve',
  'report.decide',
]);

/** Decisions on what the county coordinator drafts while a coordinator's post is vacant; the level above decides then. */
export const DECIDED_ABOVE_WHEN_VACANT: ReadonlySet<Act> = new Set<Act>(['networkPlan.decide', 'report.decide']);

/** What the last coordinator keeps after the end of the post, until the year's report is approved or a successor takes over. */
export const KEPT_BY_LAST_COORDINATOR: ReadonlySet<Act> = new Set<Act>(['report.write', 'report.readPresented']);

/** A power to act reaches no further than the right to read: the act on the left needs the read on the right too. */
export const NEEDS_READ: ReadonlyMap<Act, Act> = new Map<Act, Act>([
  ['post.editOwn', 'discussion.read'],
  ['answer.accept', 'discussion.read'],
]);
