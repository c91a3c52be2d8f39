import {
  allows,
  isFrozen,
  NARRATIVE_KEYS,
  NARRATIVE_REQUIRED,
  reportDue,
  type Language,
  type ReportSection,
  type SchoolYear,
} from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { renderMarkdown } from '../../platform/markdown.js';
import { toGlobalId } from '../../platform/ids.js';
import { personById, toPerson } from '../accounts/index.js';
import { canReadInside, reportTarget, type ReportRow } from './report.access.js';
import type { AnnualReportType, ReportViewerCan, SectionType } from './report.types.js';
import { rowLabel, sentenceOf, wordsOf } from './sources.js';

/** A section with words in a language. */
export function presentSection(section: ReportSection, lang: Language): SectionType {
  const words = wordsOf(section.key, lang);
  return {
    key: section.key,
    title: words('title'),
    sentence: sentenceOf(section, lang),
    figures: section.figures.map(({ key, value, rowsKey }) => ({ key, label: words(`label.${key}`), value, rowsKey })),
    tables: section.tables.map(({ key, columns, rows }) => ({
      key,
      caption: words(`table.${key}`),
      columns: [words('column.NAME'), ...columns.map((column) => words(`column.${column}`))],
      rows: rows.map((row) => ({ key: row.key, label: rowLabel(section.key, row, lang), values: [...row.values] })),
    })),
  };
}

function withoutRows(section: ReportSection): ReportSection {
  return { ...section, figures: section.figures.map((figure) => ({ ...figure, rowsKey: null })) };
}

/** The language a report is written in; its sections are shown in it to everybody, since its text is too. */
export function reportLang(row: Pick<ReportRow, 'lang'>): Language {
  return row.lang as Language;
}

function viewerCan(ctx: Context, row: ReportRow): ReportViewerCan {
  const target = reportTarget(row);
  const write = allows(ctx.viewer, 'report.write', target);
  const decide = allows(ctx.viewer, 'report.decide', target);
  return {
    write: write && !isFrozen(row.state),
    present: write && row.state === 'DRAFT',
    submit: write && row.state === 'PRESENTED',
    decide: decide && row.state === 'SUBMITTED',
    revise: write && row.state === 'RETURNED',
    publish: decide && row.state === 'APPROVED',
    export: allows(ctx.viewer, 'report.export', target),
  };
}

/**
 * A report as its page shows it. The caller has asked for the right to read it. Whoever reads it as something published sees neither who
 * worked on it nor what was remarked, and its figures open no records of people.
 */
export async function presentReport(ctx: Context, row: ReportRow): Promise<AnnualReportType> {
  const lang = reportLang(row);
  const inside = canReadInside(ctx.viewer, row);
  const person = async (id: string | null) => {
    const found = id && inside ? await ctx.load(personById, id) : null;
    return found ? toPerson(found) : null;
  };
  return {
    id: toGlobalId('AnnualReport', row.id),
    network: { id: toGlobalId('Network', row.owner_id), name: row.network_name, slug: row.network_slug, lang: row.network_lang },
    year: row.year,
    lang: row.lang,
    state: row.state,
    revision: row.revision,
    version: row.version,
    asOf: row.figures[0]?.figures[0]?.asOf ?? row.figures_as_of.slice(0, 10),
    dueOn: reportDue(row.year as SchoolYear),
    sections: row.figures.map((section) => presentSection(inside ? section : withoutRows(section), lang)),
    narrative: NARRATIVE_KEYS.map((key) => ({
      key,
      text: row.narrative[key] ?? '',
      html: renderMarkdown(row.narrative[key] ?? ''),
      required: NARRATIVE_REQUIRED.includes(key),
    })),
    presentedAt: row.presented_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    contentHash: row.content_hash,
    publishedAt: row.published_at,
    remarks: inside ? row.remarks : '',
    submittedBy: await person(row.submitted_by),
    decidedBy: await person(row.decided_by),
    viewerCan: viewerCan(ctx, row),
  };
}
