import type { Sql } from '../../platform/database/database.js';
import { translator } from '../../platform/i18n/translate.js';
import type { JobHandler } from '../../platform/outbox/outbox.js';
import type { InvitationKind } from '../accounts/index.js';
import { affiliationsOf, applicantFacts } from './applicant.queries.js';
import { INVITATION_KIND } from './commands/invite-member.js';
import { lockOpenMembership, moveMembership } from './membership.store.js';
import { messages } from './messages.js';
import { lockNetwork } from './network.queries.js';

const named = (sql: Sql, id: string) => sql.row<{ slug: string; name: string }>('SELECT slug, name FROM networks WHERE id = $1', [id]);

/** What accounts asks about invitations to networks. */
export const networkInvitation: InvitationKind = {
  kind: INVITATION_KIND,
  async reason(sql, { subjectId }, lang) {
    const network = await named(sql, subjectId);
    return network && translator(messages, lang)('invited.text', { network: network.name });
  },
  async landing(sql, { subjectId }) {
    const network = await named(sql, subjectId);
    return network ? `/networks/${network.slug}` : '/home';
  },
};

/** Whoever accepted the mailed invitation has accepted the network's; one that was withdrawn meanwhile stays so. */
export const acceptMailedInvitation: JobHandler = async ({ kind, personId, subjectId }, services) => {
  if (kind !== INVITATION_KIND) return;
  await services.db.transaction(async (tx) => {
    const network = await lockNetwork(services, tx, String(subjectId));
    const open = await lockOpenMembership(tx, network.id, String(personId));
    if (open?.state !== 'INVITED') return;
    const { schoolId } = applicantFacts(await affiliationsOf(tx, open.person_id), network);
    await moveMembership(tx, open, 'ACCEPT', { at: services.clock.now(), decidedBy: null, schoolId });
  });
};
