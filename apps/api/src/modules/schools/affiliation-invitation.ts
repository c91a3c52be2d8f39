import { translator, type Messages } from '../../platform/i18n/translate.js';
import type { InvitationKind } from '../accounts/index.js';
import { AFFILIATION_INVITATION } from './commands/affiliate.js';

const messages: Messages<'reason'> = {
  en: { reason: '{school} counts you among its staff.' },
  el: { reason: 'Το σχολείο {school} σας συγκαταλέγει στο προσωπικό του.' },
  pl: { reason: '{school} wpisuje Cię na listę pracowników.' },
  ru: { reason: '{school} включает вас в список сотрудников.' },
};

const schoolOf = 'SELECT name, slug FROM schools WHERE id = $1';

/** Words and landing page of an invitation to a school's staff. */
export const affiliationInvitation: InvitationKind = {
  kind: AFFILIATION_INVITATION,
  async reason(sql, { subjectId }, lang) {
    const row = await sql.row<{ name: string }>(schoolOf, [subjectId]);
    return row && translator(messages, lang)('reason', { school: row.name });
  },
  async landing(sql, { subjectId }) {
    const row = await sql.row<{ slug: string }>(schoolOf, [subjectId]);
    return row ? `/schools/${row.slug}` : '/home';
  },
};
