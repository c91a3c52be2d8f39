import type { SchoolYear } from '../school-year/school-year.js';
import type { ReportSection } from './figures.js';

/** What the coordinator writes, in the order of the page. Further ones are registered with the sections they belong to. */
export const NARRATIVE_KEYS = ['HIGHLIGHTS', 'COOPERATION', 'DIFFICULTIES', 'CONCLUSIONS', 'NEXT_YEAR'] as const;
export type NarrativeKey = (typeof NARRATIVE_KEYS)[number];

/** What may not be empty when a report is submitted. */
export const NARRATIVE_REQUIRED: readonly NarrativeKey[] = ['HIGHLIGHTS', 'CONCLUSIONS', 'NEXT_YEAR'];

/** The required narrative sections that have no words yet. */
export function missingNarrative(narrative: Readonly<Partial<Record<NarrativeKey, string>>>): NarrativeKey[] {
  return NARRATIVE_REQUIRED.filter((key) => (narrative[key] ?? '').trim() === '');
}

/** The files a report is exported to. */
export const EXPORT_FORMATS = ['PDF', 'DOCX', 'XLSX', 'CSV', 'JSON'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * JSON of which there is one form: keys in the order of their UTF-16 units, no spaces, the shortest numbers (as RFC 8785).
 * Throws a TypeError for a number that JSON does not have.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON does not have');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What is frozen when a report is submitted, and over which its hash is computed. */
export interface ReportContent {
  ownerId: string;
  schoolYear: SchoolYear;
  revision: number;
  sections: readonly ReportSection[];
  narrative: Readonly<Partial<Record<NarrativeKey, string>>>;
}

/** The text whose SHA-256 is a report's content hash: the canonical JSON of its content, with the version of this shape. */
export function hashedContent({ ownerId, schoolYear, revision, sections, narrative }: ReportContent): string {
  const figures = sections.map((section): JsonValue => ({
    key: section.key,
    figures: section.figures.map(({ key, value, unit, asOf }): JsonValue => ({ key, value, unit: unit ?? null, asOf })),
    tables: section.tables.map(({ key, columns, rows }): JsonValue => ({
      key,
      columns,
      rows: rows.map((row): JsonValue => ({ key: row.key, label: row.label, values: row.values })),
    })),
  }));
  const words = Object.fromEntries(NARRATIVE_KEYS.map((key) => [key, narrative[key] ?? '']));
  return canonicalJson({ shape: 1, ownerId, schoolYear, revision, sections: figures, narrative: words });
}
