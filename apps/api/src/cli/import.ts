import { LANGUAGES } from '@stoa/domain';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { importKinds } from '../imports.js';
import { FORUM_LIMITS, forumImport, forumNetwork, isJsonLines, jsonLines } from '../modules/discussions/index.js';
import { filesImport, METADATA_FILE } from '../modules/interchange/index.js';
import {
  CSV_ENCODINGS,
  CSV_SEPARATORS,
  DEFAULT_CSV_LIMITS,
  fileSource,
  rejectsStream,
  summaryLine,
  terminalProgress,
  type CsvEncoding,
  type CsvLimits,
  type CsvSeparator,
  type CsvSource,
  type ImportKind,
  type ImportResult,
  type ImportSummary,
  type MappingOverrides,
  type RowError,
} from '../platform/csv/index.js';
import { newId } from '../platform/ids.js';
import type { Services } from '../platform/services.js';
import { say, withServices } from './with-services.js';

/** The kind whose rows are posts. */
const FORUM = 'forum';
/** The kind whose rows are files of a folder. */
const FILES = 'files';

interface Options {
  dryRun?: boolean;
  map: Record<string, string>;
  value: Record<string, Record<string, string>>;
  county?: string;
  network?: string;
  lang?: (typeof LANGUAGES)[number];
  encoding?: CsvEncoding;
  separator?: CsvSeparator;
  rejects?: string;
}

const SEPARATOR_NAMES: Readonly<Record<string, CsvSeparator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

function separator(text: string): CsvSeparator {
  const found = SEPARATOR_NAMES[text] ?? CSV_SEPARATORS.find((each) => each === text);
  if (!found) throw new InvalidArgumentError('It must be comma, semicolon, tab or bar.');
  return found;
}

/** `header=key`; an empty key leaves the column out. */
function column(text: string, known: Record<string, string>): Record<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must have the form column=key.');
  return { ...known, [text.slice(0, at)]: text.slice(at + 1) };
}

/** `key:text=value`. */
function value(text: string, known: Options['value']): Options['value'] {
  const [, key, word, meant] = /^([^:]+):(.+)=([^=]+)$/.exec(text) ?? [];
  if (!key || !word || !meant) throw new InvalidArgumentError('It must have the form key:text=value.');
  return { ...known, [key]: { ...known[key], [word]: meant } };
}

/** `import KIND FILE`: a register as CSV, a forum as CSV or lines of JSON, or a folder of files, dry or for good. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('import a register, the posts of another forum, or files for the library; encoding, separator and columns are found out')
    .addArgument(new Argument('<kind>', 'what the rows are').choices([...importKinds.map(({ kind }) => kind), FORUM, FILES]))
    .argument(
      '<file>',
      `the CSV file; for a forum also JSON objects, one on each line; for files the folder with them and ${METADATA_FILE}`,
    )
    .option('--dry-run', 'say what would be done, change nothing')
    .option('--map <column=key>', 'fill a key from a column of the file (repeatable)', column, {})
    .option('--value <key:text=value>', 'what a text of the file means (repeatable)', value, {})
    .option('--county <code>', 'official code of the county, where no column says it')
    .option('--network <slug>', 'network that takes a forum in')
    .addOption(new Option('--lang <language>', 'language of the names, where no column says it').choices(LANGUAGES))
    .addOption(new Option('--encoding <name>', 'take this encoding').choices(CSV_ENCODINGS))
    .option('--separator <name>', 'take this separator: comma, semicolon, tab or bar', separator)
    .option('--rejects <file>', 'write the rejected rows with their errors to a CSV file')
    .action(run);
}

/** What is imported, from what, and what it may cost. */
interface Work {
  kind: ImportKind;
  source: CsvSource;
  limits: CsvLimits;
}

async function workOf(kindName: string, path: string, options: Options, { db, config }: Services): Promise<Work> {
  const file = await fileSource(kindName === FILES ? join(path, METADATA_FILE) : path);
  const { maxImportBytes: maxBytes } = config;
  if (kindName === FILES) return { kind: filesImport(path), source: file, limits: { ...DEFAULT_CSV_LIMITS, maxBytes } };
  if (kindName !== FORUM) {
    const kind = importKinds.find(({ kind: name }) => name === kindName);
    if (!kind) throw new Error(`There is nothing to import as "${kindName}".`);
    return { kind, source: file, limits: { ...DEFAULT_CSV_LIMITS, maxBytes } };
  }
  const network = await forumNetwork(db, options.network ?? '');
  if (!network) throw new Error(`There is no network "${options.network ?? ''}"; --network names the one that takes the forum in.`);
  const source = (await isJsonLines(file)) ? jsonLines(file) : file;
  return { kind: forumImport(network), source, limits: { ...FORUM_LIMITS, maxBytes } };
}

async function run(kindName: string, file: string, options: Options): Promise<void> {
  await withServices(async ({ services }) => {
    const { kind, source, limits } = await workOf(kindName, file, options, services);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const progress = terminalProgress(process.stderr, () => performance.now());
    const overrides: MappingOverrides = { columns: options.map, values: options.value };
    const result = await kind.run(services, {
      source,
      limits,
      execute: !options.dryRun,
      overrides,
      signal: stop.signal,
      onProgress: (at) => progress.show(at),
      runId: newId(),
      by: 'operator',
      params: { lang: options.lang ?? null, county: options.county?.toUpperCase() ?? null },
      ...(options.encoding && { encoding: options.encoding }),
      ...(options.separator && { separator: options.separator }),
    });
    progress.end();
    tell(result);
    if (options.rejects && result.errorsByLine.size > 0) {
      const labels = { line: 'line', error: 'error' };
      await pipeline(
        rejectsStream({ source, format: result.format, limits, errorsByLine: result.errorsByLine, labels, describe }),
        createWriteStream(options.rejects),
      );
      say(`Rejected rows are in ${options.rejects}`);
    }
    process.stdout.write(`${summaryLine(result.summary)}${options.dryRun ? ' (dry run)' : ''}\n`);
    if (result.summary.errors > 0 || result.summary.cancelled) process.exitCode = 1;
  });
}

function describe({ code, column: key, otherLine }: RowError): string {
  return `${code}${key ? ` in ${key}` : ''}${otherLine ? `, see line ${otherLine}` : ''}`;
}

function tell({ format, mapping, summary }: ImportResult): void {
  const columns = format.headers.map((header, at) => `${header} → ${mapping.columns[at] ?? '(left out)'}`);
  say(`${format.encoding}, separator ${JSON.stringify(format.separator)}; ${columns.join(', ')}`);
  for (const line of errorLines(summary)) say(line);
  if (summary.cancelled) say('Stopped; what was committed stays. Run it again to complete it.');
}

function errorLines({ errorsByKind }: ImportSummary): string[] {
  return errorsByKind.map(({ code, count, samples }) => {
    const shown = samples
      .slice(0, 3)
      .map(({ line, column: key, value: text }) => `line ${line}${key ? ` ${key}` : ''}${text ? ` "${text}"` : ''}`);
    return `${count} × ${code}: ${shown.join('; ')}${count > 3 ? ' …' : ''}`;
  });
}
