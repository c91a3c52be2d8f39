import type { RowError } from './csv-error.js';

/** What becomes of a row. */
export type Decision = { action: 'create' | 'update' | 'skip' } | { errors: RowError[] };

/** Errors of one kind: how many rows have it, and where the first of them are. */
export interface ErrorKind {
  code: string;
  count: number;
  samples: { line: number; column?: string; value?: string; otherLine?: number }[];
}

/** What an import read and did, or would do. `read` is the sum of the other four once a run is complete. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  skipped: number;
  /** Rows with at least one error. */
  errors: number;
  errorsByKind: ErrorKind[];
  cancelled: boolean;
}

const SAMPLES = 10;

/** Counts decisions as they come; holds codes of rejected lines, never the rows. */
export class ImportTally {
  read = 0;
  readonly errorsByLine = new Map<number, RowError[]>();
  private readonly done = { create: 0, update: 0, skip: 0 };
  private readonly kinds = new Map<string, ErrorKind>();

  count(line: number, decision: Decision): void {
    if ('errors' in decision) this.reject(line, decision.errors);
    else this.done[decision.action] += 1;
  }

  reject(line: number, errors: readonly RowError[]): void {
    // The values stand in the file; kept here they would cost as much memory as it.
    this.errorsByLine.set(
      line,
      errors.map((error) => ({ ...error, value: undefined })),
    );
    for (const code of new Set(errors.map((error) => error.code))) {
      const kind = this.kinds.get(code) ?? { code, count: 0, samples: [] };
      this.kinds.set(code, kind);
      kind.count += 1;
      const { column, value, otherLine } = errors.find((error) => error.code === code)!;
      if (kind.samples.length < SAMPLES)
        kind.samples.push({
          line,
          ...(column !== undefined && { column }),
          ...(value !== undefined && { value }),
          ...(otherLine && { otherLine }),
        });
    }
  }

  /** The figures so far, kinds of errors by how many rows have them. */
  summary(cancelled: boolean): ImportSummary {
    const { create: created, update: updated, skip: skipped } = this.done;
    const errorsByKind = [...this.kinds.values()]
      .map((kind) => ({ ...kind, samples: kind.samples.toSorted((a, b) => a.line - b.line) }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    return { read: this.read, created, updated, skipped, errors: this.errorsByLine.size, errorsByKind, cancelled };
  }
}
