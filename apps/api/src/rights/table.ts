/** The columns of the rights table, as the strings below have them. */
export const COLUMNS = ['V', 'M', 'NC', 'SS', 'SH', 'CM', 'CS', 'CH', 'SO', 'SP', 'CC', 'RC', 'AD'] as const;
export type Column = (typeof COLUMNS)[number];
export type RoleColumn = Exclude<Column, 'V' | 'M'>;
export const ROLE_COLUMNS = COLUMNS.slice(2) as readonly RoleColumn[];

/** What an operation acts on. `vacant` is a network without a coordinator, `none` something without a place. */
export const KINDS = ['none', 'network', 'vacant', 'structure', 'centre', 'school', 'county', 'region'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The rights table of the domain, copied by hand row by row from its page and not from the code, in the order
 * V M NC SS SH CM CS CH SO SP CC RC AD. Beside the words of the page: `i` asked to join or is invited, `t` everybody signed in.
 */
const ROWS: Readonly<Record<string, string>> = {
  'public.read': 'p p p p p p p p p p p p a',
  'centre.edit': '- - - - - - s s - - - s a',
  'structure.edit': '- - - - s - s s - - - s a',
  'school.edit': '- - - - - - - - s s s s a',
  'register.change': '- - - - - - - - - - - - a',
  'person.merge': '- - - - - - - - - - - - a',
  'topic.edit': '- - - - - - - - - - - - a',
  'retention.edit': '- - - - - - - - - - - - a',
  'audit.read': '- - - - - - - - - - - - a',
  'correction.read': '- - - - - - - - - - - - a',
  'correction.decide': '- - - - - - - - - - - - a',
  'consent.publish': '- - - - - - - - - - - - a',
  'profile.readPublic': 'p p p p p p p p p p p p a',
  'affiliation.read': '- o+m s s s s s s s s s s a',
  'appointment.read': '- o+m s s s s s s s s s s a',
  'affiliation.confirm': '- - - - - - - - - s s s a',
  'appointment.make': '- - - - appoint - - appoint - - appoint appoint a',
  'appointment.end': '- - - - appoint - - appoint - - appoint appoint a',
  'profile.own': '- o o o o o o o o o o o o',
  'discussion.read': '- m s - - - - - - - s s a',
  'discussion.write': '- m s - - - - - - - s - -',
  'post.flag': '- m s - - - - - - - s - -',
  'post.editOwn': '- o o o o o o o o o o o o',
  'answer.accept': '- asker s - - - - - - - s - -',
  'moderation.decide': '- - s - - - - - - - s s a',
  'moderation.configure': '- - s - - - - - - - s s a',
  'moderation.readLog': '- - s - - - - - - - s s a',
  'thread.summarise': '- - s - - - - - - - s s a',
  'moderation.readPublicLog': '- m s - - - - - - - s s a',
  'appeal.make': '- o o o o o o o o o o o o',
  'appeal.decide': '- - - - - - - - - - s s a',
  'membership.own': '- o o o o o o o o o o o o',
  'network.admit': '- - s - - - - - - - s s a',
  'network.edit': '- - s - - - - - - - s s a',
  'network.message': '- - s - - - - - - - s s a',
  'network.exportMembers': '- - s - - - - - - - s s a',
  'network.create': '- - - - - - - - - - s s a',
  'network.changeState': '- - - - - - - - - - s s a',
  'network.openYear': '- - - - - - - - - - s s a',
  'network.health': '- - s - - - - - - - s s a',
  'county.overview': '- - - - - - - - - - s s a',
  'resource.propose': '- o o o o o o o o o o o o',
  'resource.review': '- - s - s - - s - - s s a',
  'certificate.issue': '- - organiser - organiser - organiser organiser - - s s a',
  'report.write': '- - s - - - - - - - vacant - -',
  'report.readPresented': '- m s - - - - - - - s s a',
  'report.comment': '- m s - - - - - - - s s a',
  'report.decide': '- - - - - - - - - - s s a',
  'report.export': '- - s - s - s s - - s s a',
  // Not rows of the table: what is to be seen of a network's page, of a report that is not presented or is approved, and what asks for a session alone.
  'network.page': 'p m+i+p s+p p p p p p p p s+p s+p a',
  'report.readApproved': '- m s - - - - - - - s s a',
  'report.readDraft': '- - s - s - s s - - s s a',
  'resource.members': '- m s - - - - - - - s s a',
  'resource.inside': '- o s+o o s+o o o s+o o o s+o s+o a',
  'people.find': '- - - - - - - - - - s s a',
  'affiliation.end': '- o - - - - - - - s s s a',
  'export.own': '- o o o o o o o o o o o o',
  'signed-in': '- t t t t t t t t t t t t',
};

/** Acts that a suspended member may not do in the network, whatever the roles. */
const SILENT = ['discussion.write', 'post.flag', 'post.editOwn', 'answer.accept', 'report.comment'];
/** Acts that nobody does to what comes from themselves. */
const NEVER_ON_OWN = ['moderation.decide', 'appeal.decide', 'affiliation.confirm', 'correction.decide', 'resource.review', 'report.decide'];
/** What the coordinator whose post ended keeps while nobody succeeded. */
const KEPT = ['report.write', 'report.readPresented', 'report.readDraft'];

/** Where each role's scope reaches: its own kind and what lies below it. */
const REACHES: Readonly<Record<RoleColumn, readonly Kind[]>> = {
  NC: ['network'],
  SS: ['structure'],
  SH: ['structure'],
  CM: ['centre', 'structure'],
  CS: ['centre', 'structure'],
  CH: ['centre', 'structure'],
  SO: ['school'],
  SP: ['school'],
  CC: ['county', 'network', 'vacant', 'centre', 'structure', 'school'],
  RC: ['region', 'county', 'network', 'vacant', 'centre', 'structure', 'school'],
  AD: KINDS,
};

/** Who appoints to a role, as the table of roles has it. */
const APPOINTED_BY: Readonly<Record<RoleColumn, readonly RoleColumn[]>> = {
  NC: ['CC', 'RC', 'AD'],
  SS: ['SH', 'CH', 'AD'],
  SH: ['CH', 'AD'],
  CM: ['CH', 'AD'],
  CS: ['CH', 'AD'],
  CH: ['RC', 'AD'],
  SO: ['CC', 'RC', 'AD'],
  SP: ['CC', 'RC', 'AD'],
  CC: ['RC', 'AD'],
  RC: ['AD'],
  AD: ['AD'],
};

/** Who asks, as far as the table cares. */
export interface Asker {
  /** The role of a current appointment; M for none. V also stands for an account that may not sign in. */
  column: Column;
  /** Whether the appointment is for the place that the operation acts on, or for what lies around it. */
  atHome: boolean;
  /** What the asker is to the home network. */
  member: 'member' | 'suspended' | 'invited' | null;
  /** The last coordinator of the vacant network. */
  lastCoordinator: boolean;
}

/** What is asked about. */
export interface Asked {
  kind: Kind;
  /** The record is the asker's own: author, owner or the person concerned. */
  own: boolean;
  isPublic?: boolean;
  /** Of an appointment: the role it gives. */
  gives?: RoleColumn;
}

function promises(word: string, column: Column, asker: Asker, asked: Asked): boolean {
  const within = column !== 'V' && column !== 'M' && asker.atHome && REACHES[column].includes(asked.kind);
  const inNetwork = asked.kind === 'network';
  const reads = inNetwork && (asker.member === 'member' || asker.member === 'suspended');
  switch (word) {
    case '-':
      return false;
    case 'p':
      return asked.isPublic === true;
    case 'o':
      return asked.own;
    case 'm':
      return reads;
    case 'i':
      return inNetwork && asker.member === 'invited';
    case 's':
      return within;
    case 'a':
    case 't':
      return true;
    case 'vacant':
      return within && asked.kind === 'vacant';
    case 'organiser':
      return within && asked.own;
    case 'asker':
      return reads && asked.own;
    case 'appoint':
      return within && asked.gives !== undefined && APPOINTED_BY[asked.gives].some((role) => role === column);
    default:
      throw new Error(`a word that the table does not know: ${word}`);
  }
}

/** Whether the rights table lets the asker do the act. @throws Error for an act that is not in the table above */
export function permits(act: string, asker: Asker, asked: Asked): boolean {
  const cells = ROWS[act]?.split(' ');
  if (cells?.length !== COLUMNS.length) throw new Error(`an act that the table does not know: ${act}`);
  if (asker.column === 'V') return promises(cells[0] ?? '-', 'V', asker, asked);
  if (SILENT.includes(act) && asker.member === 'suspended' && asked.kind === 'network') return false;
  if (NEVER_ON_OWN.includes(act) && asked.own) return false;
  if (act === 'report.decide' && asker.column === 'CC' && asked.kind === 'vacant') return false;
  if (['post.editOwn', 'answer.accept'].includes(act) && !permits('discussion.read', asker, asked)) return false;
  if (asker.lastCoordinator && asked.kind === 'vacant' && KEPT.includes(act)) return true;
  const columns: Column[] = asker.column === 'M' ? ['M'] : ['M', asker.column];
  return columns.some((column) => cells[COLUMNS.indexOf(column)]?.split('+').some((word) => promises(word, column, asker, asked)));
}
