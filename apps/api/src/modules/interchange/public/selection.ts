import {
  LANGUAGES,
  RESOURCE_KINDS,
  RESOURCE_LANGUAGES,
  type Language,
  type Licence,
  type ResourceKind,
  type ResourceLanguage,
} from '@stoa/domain';
import type { Sql } from '../../../platform/database/database.js';
import { ownerNameSql } from './shown.js';

/** What feeds and embedded lists are asked for. Values that are none of the kind are left out, as if nobody had asked. */
export interface Selection {
  topic: string | null;
  centre: string | null;
  network: string | null;
  kind: ResourceKind | null;
  lang: ResourceLanguage | null;
  /** Language of our own words. */
  hl: Language;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Reads a selection from an address. */
export function readSelection(query: URLSearchParams): Selection {
  const slug = (name: string): string | null => {
    const text = query.get(name) ?? '';
    return text.length <= 200 && SLUG.test(text) ? text : null;
  };
  const kind = (query.get('kind') ?? '').toUpperCase();
  return {
    topic: slug('topic'),
    centre: slug('centre'),
    network: slug('network'),
    kind: RESOURCE_KINDS.find((each) => each === kind) ?? null,
    lang: RESOURCE_LANGUAGES.find((each) => each === query.get('lang')) ?? null,
    hl: LANGUAGES.find((each) => each === query.get('hl')) ?? 'en',
  };
}

/** A selection as the query of an address, in one form. */
export function selectionQuery(selection: Selection): string {
  const { kind, ...rest } = selection;
  const said = Object.entries({ ...rest, kind: kind && kind.toLowerCase() }).filter((pair): pair is [string, string] => pair[1] !== null);
  return new URLSearchParams(said.sort(([a], [b]) => a.localeCompare(b))).toString();
}

/** A public resource in a list for other programs. Times are ISO text. */
export interface ListedRow {
  id: string;
  slug: string;
  kind: ResourceKind;
  lang: ResourceLanguage;
  title: string;
  summary: string;
  minutes: number | null;
  licence: Licence | null;
  authors: string[];
  published_at: string;
  changed_at: string;
  owner_name: string | null;
  topics: string[];
}

/** The newest public resources of a selection; the topic's own and those below it. */
export function newest(sql: Sql, { topic, centre, network, kind, lang }: Selection, limit: number): Promise<ListedRow[]> {
  return sql.rows<ListedRow>(
    `WITH RECURSIVE below AS (
       SELECT id FROM topics WHERE slug = $1 UNION SELECT t.id FROM topics t JOIN below b ON t.parent_id = b.id)
     SELECT r.id, r.slug, r.kind, r.lang, r.title, r.summary, r.minutes, r.licence, r.authors, r.published_at, r.changed_at, ${ownerNameSql('r')} AS owner_name,
       ARRAY(SELECT t.slug FROM resource_topics rt JOIN topics t ON t.id = rt.topic_id WHERE rt.resource_id = r.id ORDER BY 1) AS topics
     FROM resources r LEFT JOIN structures s ON s.id = r.structure_id
     WHERE r.state IN ('PUBLISHED', 'OUTDATED') AND r.visibility = 'PUBLIC'
       AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM resource_topics rt JOIN below b ON b.id = rt.topic_id WHERE rt.resource_id = r.id))
       AND ($2::text IS NULL OR coalesce(r.centre_id, s.centre_id) = (SELECT id FROM centres WHERE slug = $2))
       AND ($3::text IS NULL OR r.network_id = (SELECT id FROM networks WHERE slug = $3))
       AND ($4::text IS NULL OR r.kind = $4) AND ($5::text IS NULL OR r.lang = $5)
     ORDER BY r.published_at DESC, r.id DESC LIMIT $6`,
    [topic, centre, network, kind, lang, limit],
  );
}
