import { AccountsResolver } from './accounts.resolver.js';
import { ConsentResolver } from './consents/consent.resolver.js';
import { OidcResolver } from './oidc/oidc.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { SecurityResolver } from './security.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

export const accountsResolvers = [
  AccountsResolver,
  ConsentResolver,
  OidcResolver,
  PersonResolver,
  SecurityResolver,
  ViewerResolver,
] as const;
export { mustAgree } from './consents/consent.queries.js';
export { resetFactors } from './factors/reset-factors.js';
export { resealAll } from './factors/seal.js';
export { contactSeen } from './contact-seen.js';
export { changeJobs } from './change-mails.js';
export { invitationUrl } from './invitation-url.js';
export { registerInvitation, type InvitationDetail, type InvitationKind } from './invitations.js';
export { accountJobs, reachableReader as readerOf, type Reader } from './mails.js';
export { timeZoneOf, timeZonesIn, ZONE } from './time-zones.js';
export { mailStop, registerMailChoices, wantsMail } from './mail-preferences.js';
export { securityJobs } from './security-mails.js';
export { openAccounts } from './open-accounts.js';
export { hashPassword } from './passwords.js';
export { providerCallback } from './oidc/route.js';
export { closePasswordJudge } from './password-strength/judge.js';
export { addPerson, inviteByEmail, peopleByEmail, type Invited, type KnownPerson, type NewPerson } from './people.js';
export { Person, type PersonStatus } from './person.entity.js';
export { personById, personIdOf, shownTo, toPerson, type PersonRow } from './person.queries.js';
export { personShape } from './person.shape.js';
export { PersonConnection, PersonStatusEnum, PersonType } from './person.type.js';
export { requireRecentProof } from './proof.js';
export { openSession, PROOF_MINUTES, sessionCookie, tokenFromCookies, tokenHash } from './sessions.js';
export { ViewerType } from './viewer.type.js';
