import { EMPTY_RESOURCE, foldText, searchText, slugify, type ResourceContent, type Role } from '@stoa/domain';
import type { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

const AT = '2026-09-01T08:00:00Z';
let serial = 0;
const next = () => (serial += 1);

/** Rows for tests, written straight to the tables; each takes only what the test cares about. */
export function factories(db: Database) {
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(row);
    await db.row(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return String(row['id']);
  };
  const pathOf = async (id: string | null): Promise<string[]> =>
    id ? ((await db.row<{ path: string[] }>('SELECT path FROM territories WHERE id = $1', [id]))?.path ?? []) : [];
  return {
    insert,
    async person(over: { name?: string; email?: string | null; status?: string; lang?: string } = {}): Promise<string> {
      const n = next();
      const name = over.name ?? `Person ${n}`;
      return insert('people', {
        id: newId(),
        handle: `person-${n}`,
        display_name: name,
        search: foldText(name),
        email: over.email === undefined ? `person${n}@example.org` : over.email,
        status: over.status ?? 'ACTIVE',
        lang: over.lang ?? 'en',
        created_at: AT,
      });
    },
    async territory(over: { kind: string; parentId?: string | null; name?: string; code?: string; lang?: string }): Promise<string> {
      const n = next();
      const id = newId();
      const name = over.name ?? `${over.kind.toLowerCase()} ${n}`;
      const lang = over.lang ?? 'en';
      return insert('territories', {
        id,
        kind: over.kind,
        code: over.code ?? `T${n}`,
        slug: `${slugify(name, 'place')}-no-${n}`,
        lang,
        names: JSON.stringify({ [lang]: name }),
        search: foldText(name),
        parent_id: over.parentId ?? null,
        path: [...(await pathOf(over.parentId ?? null)), id],
      });
    },
    async appointment(over: {
      personId: string;
      role: Role;
      scopeType: string;
      scopeId: string;
      countyId?: string | null;
      startsOn?: string;
      endsOn?: string | null;
      revokedAt?: string | null;
    }): Promise<string> {
      return insert('appointments', {
        id: newId(),
        person_id: over.personId,
        role: over.role,
        scope_type: over.scopeType,
        scope_id: over.scopeId,
        county_id: over.countyId ?? null,
        territory_id:
          over.scopeType === 'EVERYTHING'
            ? null
            : over.scopeType === 'COUNTY' || over.scopeType === 'REGION'
              ? over.scopeId
              : (over.countyId ?? null),
        starts_on: over.startsOn ?? '2026-09-01',
        ends_on: over.endsOn ?? null,
        revoked_at: over.revokedAt ?? null,
        appointed_at: AT,
      });
    },
    async school(over: { countyId: string; territoryId?: string; name?: string; code?: string | null }): Promise<string> {
      const n = next();
      const name = over.name ?? `School ${n}`;
      return insert('schools', {
        id: newId(),
        county_id: over.countyId,
        territory_id: over.territoryId ?? over.countyId,
        code: over.code === undefined ? `S${n}` : over.code,
        slug: `school-no-${n}`,
        name,
        lang: 'en',
        level: 'PRIMARY',
        status: 'ACTIVE',
        match_key: `m${n}`,
        search: foldText(name),
      });
    },
    async centre(over: { territoryId: string; kind?: string; name?: string }): Promise<string> {
      const n = next();
      const name = over.name ?? `Centre ${n}`;
      return insert('centres', {
        id: newId(),
        kind: over.kind ?? 'COUNTY',
        status: 'ACTIVE',
        slug: `centre-no-${n}`,
        lang: 'en',
        names: JSON.stringify({ en: name }),
        territory_id: over.territoryId,
        search: foldText(name),
      });
    },
    async structure(over: { centreId: string; kind?: string; name?: string; municipalityId?: string | null }): Promise<string> {
      const n = next();
      const name = over.name ?? `Structure ${n}`;
      return insert('structures', {
        id: newId(),
        centre_id: over.centreId,
        kind: over.kind ?? 'ICT_SUPPORT',
        status: 'ACTIVE',
        slug: `structure-no-${n}`,
        lang: 'en',
        names: JSON.stringify({ en: name }),
        municipality_id: over.municipalityId ?? null,
        search: foldText(name),
      });
    },
    /** A resource with its one version, published where nothing else is said. */
    async resource(
      over: {
        territoryId: string;
        networkId?: string | null;
        structureId?: string | null;
        centreId?: string | null;
        schoolId?: string | null;
        state?: 'DRAFT' | 'PUBLISHED' | 'OUTDATED' | 'WITHDRAWN';
        submitted?: boolean;
        proposedBy?: string | null;
        at?: string;
      } & Partial<ResourceContent>,
    ): Promise<string> {
      const n = next();
      const {
        territoryId,
        networkId,
        structureId,
        centreId,
        schoolId,
        state = 'PUBLISHED',
        submitted,
        proposedBy,
        at = AT,
        ...said
      } = over;
      const content: ResourceContent = { ...EMPTY_RESOURCE, kind: 'GUIDE', title: `Resource ${n}`, lang: 'en', licence: 'CC_BY', ...said };
      const { visibility, kind, lang, title, outcome, summary, minutes, licence, authors, subjects, levels, audiences } = content;
      const id = await insert('resources', {
        id: newId(),
        slug: `resource-no-${n}`,
        territory_id: territoryId,
        network_id: networkId ?? null,
        structure_id: structureId ?? null,
        centre_id: centreId ?? null,
        school_id: schoolId ?? null,
        state,
        awaits_review: submitted ?? false,
        ...{ visibility, kind, lang, title, outcome, summary, minutes, licence, subjects, levels, audiences },
        authors: JSON.stringify(authors),
        proposed_by: proposedBy ?? null,
        created_at: at,
        published_at: state === 'DRAFT' ? null : at,
        changed_at: at,
      });
      await insert('resource_versions', {
        id: newId(),
        resource_id: id,
        no: 1,
        state: submitted ? 'SUBMITTED' : state === 'DRAFT' ? 'DRAFT' : 'PUBLISHED',
        content: JSON.stringify(content),
        created_by: proposedBy ?? null,
        created_at: at,
        changed_at: at,
        submitted_by: submitted ? (proposedBy ?? null) : null,
        submitted_at: submitted ? at : null,
      });
      for (const topic of content.topicIds)
        await db.row('INSERT INTO resource_topics (resource_id, topic_id) VALUES ($1, $2)', [id, topic]);
      return id;
    },
    async network(over: {
      countyId: string;
      name?: string;
      joiningRule?: string;
      kind?: string;
      promoted?: boolean;
      year?: string;
      state?: string;
      professions?: string[];
      levels?: string[];
      activeAt?: string;
    }): Promise<string> {
      const n = next();
      const name = over.name ?? `Network ${n}`;
      const id = await insert('networks', {
        id: newId(),
        county_id: over.countyId,
        slug: `network-no-${n}`,
        name,
        lang: 'en',
        kind: over.kind ?? 'SUBJECT',
        professions: over.professions ?? [],
        levels: over.levels ?? [],
        joining_rule: over.joiningRule ?? 'REQUEST',
        purpose: 'A purpose of some length',
        promoted_at: over.promoted === false ? null : AT,
        created_at: AT,
        last_activity_at: over.activeAt ?? AT,
        vacant_since: null,
        search: searchText([name]),
      });
      await insert('network_years', {
        id: newId(),
        network_id: id,
        county_id: over.countyId,
        year: over.year ?? '2026/27',
        state: over.state ?? 'ACTIVE',
        opened_at: AT,
      });
      return id;
    },
    async member(over: {
      networkId: string;
      countyId: string;
      personId: string;
      state?: string;
      suspendedUntil?: string | null;
      schoolId?: string | null;
      joinedAt?: string;
    }): Promise<string> {
      const id = await insert('memberships', {
        id: newId(),
        network_id: over.networkId,
        county_id: over.countyId,
        person_id: over.personId,
        school_id: over.schoolId ?? null,
        state: over.state ?? 'ACTIVE',
        requested_at: AT,
        joined_at: over.joinedAt ?? AT,
        suspended_until: over.suspendedUntil ?? null,
      });
      if ((over.state ?? 'ACTIVE') === 'ACTIVE')
        await db.row('UPDATE networks SET members_count = members_count + 1 WHERE id = $1', [over.networkId]);
      return id;
    },
  };
}

/** A county with all above it and a municipality below. */
export async function countyTree(db: Database): Promise<{ countryId: string; regionId: string; countyId: string; municipalityId: string }> {
  const make = factories(db);
  const countryId = await make.territory({ kind: 'COUNTRY' });
  const regionId = await make.territory({ kind: 'REGION', parentId: countryId });
  const countyId = await make.territory({ kind: 'COUNTY', parentId: regionId });
  const municipalityId = await make.territory({ kind: 'MUNICIPALITY', parentId: countyId });
  return { countryId, regionId, countyId, municipalityId };
}
