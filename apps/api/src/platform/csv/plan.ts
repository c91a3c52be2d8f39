import { CsvError } from './csv-error.js';
import type { RowError } from './csv-error.js';
import type { CsvFormat } from './detect.js';
import type { CsvLimits } from './limits.js';
import { mapRow, missingColumns } from './mapping.js';
import type { ImportDefinition, Mapping } from './mapping.js';
import { readRows } from './read.js';
import type { CsvSource } from './source.js';
import { ImportTally } from './tally.js';
import type { Decision, ImportSummary } from './tally.js';

/** A readable row on its way to the module. */
export interface ImportRow<T> {
  line: number;
  key: string;
  value: T;
}

/** The module's part of one import; made anew for each run, so that it may remember what it has seen. */
export interface ImportTarget<T> {
  /** Sees every readable row once, before any is decided: for rules that need the whole file. */
  survey?(row: ImportRow<T>): void;
  /** How often the file is gone through, and which time a row is decided (from 0): so that parents precede children. */
  passes?: number;
  passOf?(value: T): number;
  /** Says for each row, in order, what would be done; changes nothing. */
  resolve(rows: readonly ImportRow<T>[]): Promise<Decision[]>;
  /** Decides again and writes, in one transaction of the module's own; says what was done. */
  apply(rows: readonly ImportRow<T>[]): Promise<Decision[]>;
}

export interface ImportOptions<T extends object> {
  source: CsvSource;
  format: CsvFormat;
  mapping: Mapping;
  definition: ImportDefinition<T>;
  target: ImportTarget<T>;
  limits: CsvLimits;
  /** false: a dry run. */
  execute: boolean;
  batchSize?: number;
  signal?: AbortSignal;
  onProgress?(progress: ImportProgress): void;
}

/** `fraction` (0 to 1) is of the bytes to be read over all passes. */
export interface ImportProgress {
  fraction: number;
  summary: ImportSummary;
}

export interface ImportOutcome {
  summary: ImportSummary;
  /** Errors by line, for `writeRejects`. At most `maxRows` entries, without the rows themselves. */
  errorsByLine: ReadonlyMap<number, readonly RowError[]>;
}

const DEFAULT_BATCH = 500;

/**
 * Runs an import, dry or for good, along one path: a survey of the whole file (unreadable rows, keys that occur
 * twice), then the passes, batch by batch. Good rows are taken although others are rejected. A run that is aborted
 * keeps the batches that were committed and says so in `summary.cancelled`; running it again completes it.
 * @throws CsvError COLUMN_MISSING and whatever `readRows` throws, before the first row is decided
 */
export async function runImport<T extends object>(options: ImportOptions<T>): Promise<ImportOutcome> {
  const missing = missingColumns(options.mapping, options.definition)[0];
  if (missing !== undefined) throw new CsvError('COLUMN_MISSING', { column: missing });
  const run = new ImportRun(options);
  await run.survey();
  const passes = options.target.passes ?? 1;
  for (let pass = 0; pass < passes; pass++) await run.decide(pass);
  return run.outcome();
}

class ImportRun<T extends object> {
  private readonly tally = new ImportTally();
  private readonly firstLines = new Map<string, number>();
  private readonly rounds: number;
  private round = 0;

  constructor(private readonly options: ImportOptions<T>) {
    this.rounds = 1 + (options.target.passes ?? 1);
  }

  async survey(): Promise<void> {
    for await (const row of this.rows()) {
      this.tally.read += 1;
      if ('errors' in row) {
        this.tally.reject(row.line, row.errors);
        continue;
      }
      const otherLine = this.firstLines.get(row.key);
      if (otherLine === undefined) {
        this.firstLines.set(row.key, row.line);
        this.options.target.survey?.(row);
      } else {
        this.tally.reject(row.line, [{ code: 'DUPLICATE_KEY', value: row.key.slice(0, 80), otherLine }]);
      }
    }
    this.round += 1;
  }

  async decide(pass: number): Promise<void> {
    const { target, batchSize = DEFAULT_BATCH } = this.options;
    let batch: ImportRow<T>[] = [];
    for await (const row of this.rows()) {
      if ('errors' in row || this.firstLines.get(row.key) !== row.line) continue;
      if ((target.passOf?.(row.value) ?? 0) !== pass) continue;
      batch.push(row);
      if (batch.length < batchSize) continue;
      await this.settle(batch);
      batch = [];
    }
    if (batch.length > 0) await this.settle(batch);
    this.round += 1;
  }

  outcome(): ImportOutcome {
    return { summary: this.tally.summary(this.cancelled), errorsByLine: this.tally.errorsByLine };
  }

  private get cancelled(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  private async settle(batch: readonly ImportRow<T>[]): Promise<void> {
    if (this.cancelled) return;
    const { target, execute } = this.options;
    const decisions = await (execute ? target.apply(batch) : target.resolve(batch));
    if (decisions.length !== batch.length) throw new Error('An import target must decide each row of a batch');
    decisions.forEach((decision, at) => this.tally.count(batch[at]!.line, decision));
  }

  private async *rows(): AsyncGenerator<ImportRow<T> | { line: number; errors: RowError[] }> {
    const { source, format, limits, signal, mapping, definition } = this.options;
    const onBytes = (bytes: number): void => this.report(bytes);
    for await (const row of readRows(source, format, { limits, onBytes, ...(signal ? { signal } : {}) })) {
      const mapped = mapRow(row, mapping, definition);
      if ('errors' in mapped) yield { line: row.line, errors: mapped.errors };
      else yield { line: row.line, key: definition.keyOf(mapped.value), value: mapped.value };
    }
  }

  private report(bytes: number): void {
    const { source, onProgress } = this.options;
    const fraction = (this.round + bytes / Math.max(1, source.size)) / this.rounds;
    onProgress?.({ fraction: Math.min(1, fraction), summary: this.tally.summary(this.cancelled) });
  }
}
