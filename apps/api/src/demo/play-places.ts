import { centres, schoolGroups, schools, structures, territories, type DemoCentre, type DemoStructure, type Texts } from '@stoa/demo';
import type { Audience } from '@stoa/domain';
import { editCentre } from '../modules/centres/commands/edit-centre.js';
import { editStructure } from '../modules/centres/commands/edit-structure.js';
import { bytesSource, DEFAULT_CSV_LIMITS, type ImportKind } from '../platform/csv/index.js';
import { newId, toGlobalId } from '../platform/ids.js';
import { importKinds } from '../imports.js';
import { done, idOf, type Stage } from './stage.js';

type Rows = readonly Readonly<Record<string, string>>[];

/** A file as a register would send it. */
function csvOf(rows: Rows): Uint8Array {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.map(cell).join(','));
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

/** Imports rows as an operator imports a file. @throws Error where a row is rejected */
export async function importRows(stage: Stage, kind: string, rows: Rows): Promise<void> {
  const importer: ImportKind | undefined = importKinds.find((each) => each.kind === kind);
  if (!importer) throw new Error(`Nothing imports ${kind}`);
  const { summary } = await importer.run(stage.services, {
    source: bytesSource(csvOf(rows)),
    limits: DEFAULT_CSV_LIMITS,
    execute: true,
    params: { lang: null, county: null },
    runId: newId(),
    by: 'operator',
  });
  const rejected = summary.errorsByKind.map(({ code, samples }) => `${code} ${samples[0]?.value ?? ''}`);
  if (rejected.length > 0)
    throw new Error(`The demo's ${kind}: ${summary.errors} of ${summary.read} rows were rejected (${rejected.join(', ')})`);
}

/** The registers of the invented country: territories, centres, structures, schools and their groups. */
export async function playRegisters(stage: Stage): Promise<void> {
  await importRows(
    stage,
    'territories',
    territories.map(({ code, kind, parent, names }) => ({
      code,
      kind,
      name: names.en,
      lang: 'en',
      parentCode: parent,
      nameEl: names.el,
      namePl: names.pl,
      nameRu: names.ru,
    })),
  );
  await importRows(
    stage,
    'centres',
    centres.map((centre) => ({
      code: centre.code,
      name: centre.names[centre.lang] ?? '',
      kind: centre.kind,
      lang: centre.lang,
      territoryCode: centre.territory,
      languages: centre.languages.join(';'),
    })),
  );
  await importRows(
    stage,
    'structures',
    structures.map((each) => ({
      code: each.code,
      name: each.names[each.lang] ?? '',
      kind: each.kind,
      lang: each.lang,
      centre: each.centre,
      municipalityCode: each.municipality,
      languages: each.languages.join(';'),
    })),
  );
  await importRows(
    stage,
    'schools',
    schools.map((school) => ({
      code: school.code,
      name: school.name,
      level: school.level,
      lang: school.lang,
      countyCode: school.county,
      municipalityCode: school.municipality,
      city: school.city,
      street: school.street,
      number: school.number,
      postalCode: school.postalCode,
    })),
  );
  await importRows(
    stage,
    'groups',
    schoolGroups.map((group) => ({
      code: group.code,
      name: group.name,
      lang: group.lang,
      countyCode: group.county,
      schools: group.schools.join(';'),
    })),
  );
  for (const table of ['territories', 'centres', 'structures', 'schools']) {
    const rows = await stage.services.db.rows<{ id: string; code: string }>(`SELECT id, code FROM ${table} WHERE code IS NOT NULL`);
    for (const { id, code } of rows) stage.places.set(code, id);
  }
}

const local = (texts: Texts): { lang: string; text: string }[] => Object.entries(texts).map(([lang, text]) => ({ lang, text: text ?? '' }));

/** What the heads write on the cards of their centres and structures. @param head key of the person who does it */
export async function playCard(stage: Stage, centre: DemoCentre, head: string): Promise<void> {
  const ctx = await stage.as(head);
  await done(
    `card of ${centre.code}`,
    editCentre(ctx, {
      id: toGlobalId('Centre', idOf(stage.places, centre.code)),
      expectedVersion: 1,
      names: local(centre.names),
      missions: local(centre.mission),
      languages: [...centre.languages],
      contacts: { email: centre.email, phone: centre.phone, website: centre.website, address: centre.address },
      hours: { weekly: [...centre.weekly], exceptions: [] },
    }),
  );
  const topics = await topicIds(stage);
  for (const structure of structures.filter((each) => each.centre === centre.code)) await playStructure(stage, structure, head, topics);
}

async function topicIds(stage: Stage): Promise<Map<string, string>> {
  const rows = await stage.services.db.rows<{ id: string; slug: string }>('SELECT id, slug FROM topics');
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

async function playStructure(stage: Stage, structure: DemoStructure, head: string, topics: ReadonlyMap<string, string>): Promise<void> {
  await done(
    `card of ${structure.code}`,
    editStructure(await stage.as(head), {
      id: toGlobalId('Structure', idOf(stage.places, structure.code)),
      expectedVersion: 1,
      names: local(structure.names),
      descriptions: local(structure.descriptions),
      functions: structure.functions.map((names) => ({ names: local(names) })),
      audiences: structure.audiences as Audience[],
      topics: structure.topics.map((slug) => ({ topic: toGlobalId('Topic', idOf(topics, slug)), notes: [] })),
      contacts: { email: structure.email, phone: structure.phone, website: null, address: structure.address },
      hours: { weekly: [...structure.weekly], exceptions: [] },
      languages: [...structure.languages],
      municipality: toGlobalId('Territory', idOf(stage.places, structure.municipality)),
    }),
  );
}

/** Writes the cards of all centres. */
export async function playCards(stage: Stage, heads: Readonly<Record<string, string>>): Promise<void> {
  for (const centre of centres) await playCard(stage, centre, heads[centre.code] ?? '');
}
