import { searchText, slugify, type Language } from '@stoa/domain';
import type { Sql, Tx } from '../../platform/database/database.js';
import { publish } from '../../platform/outbox/outbox.js';
import { newId } from '../../platform/ids.js';
import type { InvitationDetail } from './invitations.js';
import type { PersonStatus } from './person.entity.js';
import { issueToken } from './tokens.js';

/** Somebody who is about to become known. */
export interface NewPerson {
  name: string;
  email: string | null;
  lang: Language;
  status: PersonStatus;
  /** When the address was proved; null where it was not. */
  emailConfirmedAt?: Date | null;
  now: Date;
}

/** What a person is found by. */
export function personSearch(name: string): string {
  return searchText([name]);
}

/** Adds a person under a free handle made of the name. @returns the new id; null where the address has a person already */
export async function addPerson(tx: Sql, person: NewPerson): Promise<string | null> {
  const id = newId();
  const base = slugify(person.name, 'person').slice(0, 60);
  const taken = await tx.row<{ n: number }>(
    `SELECT count(*)::int AS n FROM people WHERE handle = $1 OR handle ~ ('^' || $1 || '-[0-9]+$')`,
    [base],
  );
  for (let n = (taken?.n ?? 0) + 1; ; n++) {
    const inserted = await tx.row<{ id: string }>(
      `INSERT INTO people (id, handle, display_name, search, email, email_confirmed_at, status, lang, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        id,
        n === 1 ? base : `${base}-${n}`,
        person.name,
        personSearch(person.name),
        person.email,
        person.emailConfirmedAt ?? null,
        person.status,
        person.lang,
        person.now,
      ],
    );
    if (inserted) return id;
    const known = person.email && (await tx.row('SELECT 1 FROM people WHERE email = $1', [person.email]));
    if (known) return null;
  }
}

/** Somebody who is known by an address. */
export interface KnownPerson {
  id: string;
  /** As it was asked for. */
  email: string;
  status: PersonStatus;
}

/**
 * The people of addresses. One that was that of somebody merged belongs to whom they were merged into, so that registers and invitations
 * that still have it make no new double; it signs nobody in.
 */
export function peopleByEmail(sql: Sql, emails: readonly string[]): Promise<KnownPerson[]> {
  return sql.rows<KnownPerson>(
    `SELECT p.id, p.email, p.status FROM people p WHERE p.email = ANY($1)
     UNION ALL
     (SELECT DISTINCT ON (g.merged_email) p.id, g.merged_email, p.status FROM people g JOIN people p ON p.id = g.merged_into
      WHERE g.merged_email = ANY($1) AND NOT EXISTS (SELECT 1 FROM people o WHERE o.email = g.merged_email) ORDER BY g.merged_email, g.merged_at DESC)`,
    [emails],
  );
}

/** Whom an invitation went to. */
export interface Invited {
  personId: string;
  /** Null where the person has an account already and needs no invitation to Stoa. */
  tokenId: string | null;
}

/**
 * Finds the person of an address, or adds one without an account and has the invitation mailed (`PersonInvited`).
 * @param invitation.email cleaned by `rules.email`
 */
export async function inviteByEmail(
  tx: Tx,
  invitation: { email: string; name: string; lang: Language; detail: InvitationDetail; invitedBy: string | null; now: Date },
): Promise<Invited> {
  const { email, name, lang, detail, invitedBy, now } = invitation;
  const find = async () => (await peopleByEmail(tx, [email]))[0] ?? null;
  const before = await find();
  const added = before ? null : await addPerson(tx, { name, email, lang, status: 'INVITED', now });
  const known = before ?? (added ? null : await find());
  const personId = added ?? known?.id ?? '';
  if (known && known.status !== 'INVITED') return { personId, tokenId: null };
  return { personId, tokenId: await inviteAgain(tx, { personId, email, detail, invitedBy, now }) };
}

/** Mails a person without an account an invitation. @returns the token's id */
export async function inviteAgain(
  tx: Tx,
  invitation: { personId: string; email: string; detail: Partial<InvitationDetail>; invitedBy: string | null; now: Date },
): Promise<string> {
  const { personId, email, detail, invitedBy, now } = invitation;
  const tokenId = await issueToken(tx, { kind: 'INVITATION', personId, email, detail, createdBy: invitedBy, now });
  await publish(tx, 'PersonInvited', { tokenId });
  return tokenId;
}
