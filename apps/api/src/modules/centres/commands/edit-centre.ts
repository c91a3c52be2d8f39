import {
  CENTRE,
  contactsRule,
  languagesRule,
  localNames,
  localNotes,
  openingHoursRule,
  orNull,
  rules,
  searchText,
  transition,
  type Language,
} from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { freeSlugs } from '../../../platform/database/slugs.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { byLanguage } from '../card.js';
import type { CentrePayload, ChangeCentreStateInput, CreateCentreInput, EditCentreInput } from '../centre.inputs.js';
import { CENTRE_COLUMNS, toCentre, type CentreRow } from '../centre.queries.js';
import { auditChange, lockCentre, successorOf } from './change-register.js';

async function payload(ctx: Context, tx: Tx, id: string): Promise<{ centre: CentrePayload['centre'] }> {
  const row = await tx.row<CentreRow>(
    `SELECT ${CENTRE_COLUMNS} FROM centres c JOIN territories ct ON ct.id = c.territory_id WHERE c.id = $1`,
    [id],
  );
  return { centre: row && toCentre(ctx, row) };
}

/** Adds a centre to the register, planned until it is opened. */
export function createCentre(ctx: Context, input: CreateCentreInput): Promise<CentrePayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', { isPublic: true }, 'public.read');
    const rule = z.object({ names: localNames(), lang: rules.language, code: orNull(rules.schoolCode) });
    const { names, lang, code } = checked(rule, { names: byLanguage(input.names), lang: input.lang, code: input.code });
    if (names[lang] === undefined) reject('REQUIRED', ['names', lang]);
    const { id } = await once(
      tx,
      { actorId, key: input.clientMutationId, operation: 'createCentre', input, now: ctx.clock.now() },
      async () => {
        const territoryId = fromGlobalId(input.territory, 'Territory')?.id ?? null;
        const territory = await tx.row<{ kind: string }>('SELECT kind FROM territories WHERE id = $1', [territoryId]);
        if (!territory) reject('NOT_FOUND', 'territory');
        if (territory.kind !== (input.kind === 'REGIONAL' ? 'REGION' : 'COUNTY')) reject('TERRITORY_KIND_WRONG', 'territory');
        await tx.row(`SELECT pg_advisory_xact_lock(hashtext('centres'))`);
        if (code !== null && (await tx.row('SELECT 1 AS found FROM centres WHERE code = $1', [code]))) reject('CODE_TAKEN', 'code');
        const [slug] = await freeSlugs(tx, 'centres', [{ name: names[lang] ?? '', otherwise: code ?? 'centre' }]);
        const centreId = newId();
        await tx.row(
          `INSERT INTO centres (id, kind, status, slug, code, lang, names, territory_id, languages, search) VALUES ($1, $2, 'PLANNED', $3, $4, $5, $6, $7, $8, $9)`,
          [centreId, input.kind, slug, code, lang, names, territoryId, [lang], centreSearch(names, code)],
        );
        await auditChange(ctx, tx, 'createCentre', 'Centre', centreId);
        return centreId;
      },
    );
    return payload(ctx, tx, id);
  });
}

/** What a centre is found by. */
export function centreSearch(names: Partial<Record<Language, string>>, code: string | null): string {
  return searchText([...Object.values(names), code]);
}

/** Changes a centre's public card. */
export function editCentre(ctx: Context, input: EditCentreInput): Promise<CentrePayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockCentre(ctx, tx, input, 'centre.edit');
    const rule = z.object({
      names: localNames(),
      missions: localNotes(),
      contacts: contactsRule(),
      hours: openingHoursRule(),
      languages: languagesRule(),
    });
    const card = checked(rule, { ...input, names: byLanguage(input.names), missions: byLanguage(input.missions) });
    if (card.names[row.lang] === undefined) reject('REQUIRED', ['names', row.lang]);
    await tx.row(
      `UPDATE centres SET names = $2, mission = $3, contacts = $4, hours = $5, languages = $6, search = $7, version = version + 1 WHERE id = $1`,
      [row.id, card.names, card.missions, card.contacts, card.hours, card.languages, centreSearch(card.names, row.code)],
    );
    await auditChange(ctx, tx, 'editCentre', 'Centre', row.id);
    return payload(ctx, tx, row.id);
  });
}

/** Opens, merges or closes a centre; its structures stay where they are until they are merged or closed themselves. */
export function changeCentreState(ctx: Context, input: ChangeCentreStateInput): Promise<CentrePayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockCentre(ctx, tx, input, 'register.change');
    const next = transition(CENTRE, row.status, input.act);
    if (next === null) reject('STATE_FORBIDS', 'act');
    const successorId = input.act === 'MERGE' ? await successorOf(tx, 'centres', 'Centre', input.successor, row.id) : null;
    await tx.row('UPDATE centres SET status = $2, successor_id = $3, version = version + 1 WHERE id = $1', [row.id, next, successorId]);
    await auditChange(ctx, tx, 'changeCentreState', 'Centre', row.id, { from: row.status, to: next });
    return payload(ctx, tx, row.id);
  });
}
