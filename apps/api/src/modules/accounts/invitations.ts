import type { Language } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';

/** What an invitation is for; `kind` finds the module that knows more. Ids only. */
export interface InvitationDetail {
  kind: string;
  /** Id of the record that the person is invited to. */
  subjectId: string;
}

/** What a module tells about its invitations. */
export interface InvitationKind {
  kind: string;
  /** What the person is invited to, a whole sentence in the language asked for, for the mail and the page; null where the record is gone. */
  reason(sql: Sql, detail: InvitationDetail, lang: Language): Promise<string | null>;
  /** Where the interface leads after the invitation was accepted: a path without the language. */
  landing(sql: Sql, detail: InvitationDetail): Promise<string>;
}

const kinds = new Map<string, InvitationKind>();

/**
 * Makes a kind of invitation known; called once a kind by the composition root. What follows from accepting one is done in the
 * module's handler of the message `InvitationAccepted` with `{ tokenId, personId, kind, subjectId }`.
 */
export function registerInvitation(kind: InvitationKind): void {
  kinds.set(kind.kind, kind);
}

/** The module's words for an invitation; null where no module owns its kind. */
export function invitationKind(detail: Partial<InvitationDetail>): InvitationKind | null {
  return kinds.get(detail.kind ?? '') ?? null;
}
