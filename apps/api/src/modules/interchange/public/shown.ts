import type {
  Audience,
  Licence,
  LocalText,
  ResourceContent,
  ResourceKind,
  ResourceLanguage,
  ResourceState,
  SchoolLevel,
  Subject,
} from '@stoa/domain';

/** A topic of a resource that is public. */
export interface ShownTopic {
  id: string;
  slug: string;
  names: LocalText;
}

/** What readers see of a public resource, for whoever tells other programs. Times are ISO text. */
export interface ShownRow {
  slug: string;
  kind: ResourceKind;
  lang: ResourceLanguage;
  title: string;
  outcome: string;
  summary: string;
  minutes: number | null;
  licence: Licence | null;
  authors: string[];
  subjects: Subject[];
  levels: SchoolLevel[];
  audiences: Audience[];
  version_no: number;
  state: ResourceState;
  published_at: string;
  changed_at: string;
  content: ResourceContent | null;
  owner_name: string | null;
  topics: ShownTopic[];
}

/** An SQL expression: the name of what a resource belongs to, in its own language. */
export function ownerNameSql(r: string): string {
  return `coalesce((SELECT name FROM networks WHERE id = ${r}.network_id), (SELECT name FROM schools WHERE id = ${r}.school_id),
    (SELECT names->>lang FROM structures WHERE id = ${r}.structure_id), (SELECT names->>lang FROM centres WHERE id = ${r}.centre_id),
    (SELECT names->>lang FROM territories WHERE id = ${r}.territory_id))`;
}

/** A topic's name in a language, or in whatever there is. */
export function topicName({ names, slug }: ShownTopic, lang: string): { lang: string; text: string } {
  for (const each of [lang, 'en', 'el', 'pl', 'ru'] as (keyof LocalText)[]) {
    const text = names[each];
    if (text !== undefined) return { lang: each, text };
  }
  return { lang: 'en', text: slug };
}

/** A code as words: `LESSON_SCENARIO` is "lesson scenario". */
export function wordsOf(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
