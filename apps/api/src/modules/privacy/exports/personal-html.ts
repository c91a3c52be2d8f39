import type { Language } from '@stoa/domain';
import type { Translate } from '../../../platform/i18n/translate.js';
import { readClass, type Purpose, type TableClass } from '../classification.js';
import type { PersonalRow } from '../personal-data.js';
import type { RetentionDays } from '../retention/rules.js';
import { columnLabel } from '../words/columns.js';
import { purposeWords, type PrivacyMessage } from '../words/index.js';

/** What an export says of one table. */
export interface TableRows {
  table: string;
  rule: TableClass;
  rows: PersonalRow[];
}

interface Words {
  lang: Language;
  timeZone: string;
  say: Translate<PrivacyMessage>;
  /** The days in force. */
  days: RetentionDays;
}

const STYLE = `body{font:17px/1.5 Georgia,serif;color:#1c2423;background:#faf8f4;max-width:60rem;margin:2rem auto;padding:0 1.5rem}
h1,h2{line-height:1.25}h2{margin-top:2.5rem;border-top:1px solid #dad5ca;padding-top:1.5rem}dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;margin:1rem 0;
padding:.8rem 0;border-top:1px dotted #dad5ca}dt{color:#57605d}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}@media(max-width:30rem){dl{grid-template-columns:1fr}}`;

/** The export as a page that needs nothing beside itself. Ids and inner figures stand in the JSON alone. */
export function personalHtml(
  words: Words,
  head: { name: string; at: Date },
  tables: readonly TableRows[],
  files: readonly string[],
): string {
  const { say, lang } = words;
  const purposes = [...new Set(tables.map(({ rule }) => rule.purpose))];
  const title = say('export.title');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(say('export.of', head))}</p>
${purposes.map((purpose) => section(words, purpose, tables)).join('\n')}
<h2>${escaped(say('export.files'))}</h2>${files.length > 0 ? `<ul>${files.map((file) => `<li>${escaped(file)}</li>`).join('')}</ul>` : `<p>${escaped(say('export.noRows'))}</p>`}
</main></body></html>
`;
}

function section(words: Words, purpose: Purpose, tables: readonly TableRows[]): string {
  const { say } = words;
  const own = tables.filter(({ rule }) => rule.purpose === purpose);
  const count = own.reduce((sum, { rows }) => sum + rows.length, 0);
  const { title, why, howLong } = purposeWords(say, purpose, words.days);
  return `<section><h2>${escaped(title)}</h2>
<p>${escaped(say('export.why'))}: ${escaped(why)}. ${escaped(say('export.howLong'))}: ${escaped(howLong)}. ${escaped(say('export.rows', { count }))}.</p>
${own.flatMap(({ rule, rows }) => rows.map((row) => record(words, rule, row))).join('\n')}</section>`;
}

function record(words: Words, rule: TableClass, row: PersonalRow): string {
  const pairs = Object.entries(row).filter(([column, value]) => {
    const { kind } = readClass(rule.columns[column] ?? 'none');
    return value !== null && value !== '' && !['key', 'person', 'none'].includes(kind);
  });
  if (pairs.length === 0) return '';
  return `<dl>${pairs.map(([column, value]) => `<dt>${escaped(columnLabel(column, words.lang))}</dt><dd>${escaped(shown(words, value))}</dd>`).join('')}</dl>`;
}

/** A value as people read it: times in their zone, lists and objects by line. */
function shown(words: Words, value: unknown): string {
  if (typeof value === 'boolean') return words.say(value ? 'export.yes' : 'export.no');
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? instant(words, value) : value;
  if (Array.isArray(value)) return value.map((each) => shown(words, each)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${shown(words, each)}`)
    .join('\n');
}

function instant({ lang, timeZone }: Words, value: string): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(value),
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
