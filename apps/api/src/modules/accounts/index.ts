export { AccountsResolver } from './accounts.resolver.js';
export { Person, type PersonStatus } from './person.entity.js';
export { PersonType } from './person.type.js';
export { personById, toPerson, type PersonRow } from './person.queries.js';
export { hashPassword, savePassword } from './passwords.js';
export { endSessions, openSession, sessionCookie, tokenFromCookie, tokenHash } from './sessions.js';
export { ViewerType } from './viewer.type.js';
export { invitationKind, registerInvitation, type InvitationDetail, type InvitationKind } from './invitations.js';
