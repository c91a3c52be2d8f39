import { detectFormat } from './detect.js';
import type { CsvFormat, CsvSeparator } from './detect.js';
import type { CsvEncoding } from './encoding.js';
import type { CsvLimits } from './limits.js';
import { labelsOf, mapColumns } from './mapping.js';
import type { ImportDefinition, Mapping, MappingOverrides } from './mapping.js';
import { runImport } from './plan.js';
import type { ImportOutcome, ImportProgress, ImportTarget } from './plan.js';
import type { CsvSource } from './source.js';

/** What a person chose about one file; the web's form and the command line fill the same. */
export interface ImportRequest {
  source: CsvSource;
  limits: CsvLimits;
  /** false: a dry run. */
  execute: boolean;
  encoding?: CsvEncoding;
  separator?: CsvSeparator;
  overrides?: MappingOverrides;
  signal?: AbortSignal;
  onProgress?(progress: ImportProgress): void;
}

/** What was found out about the file on the way; a preview shows it, `rejectsStream` needs it. */
export interface ImportResult extends ImportOutcome {
  format: CsvFormat;
  mapping: Mapping;
}

/**
 * Finds out how a file is to be read, maps its columns and runs the import.
 * @throws CsvError as `detectFormat`, `mapColumns` and `runImport` do
 */
export async function importFile<T extends object>(
  request: ImportRequest,
  definition: ImportDefinition<T>,
  target: ImportTarget<T>,
): Promise<ImportResult> {
  const { source, limits, encoding, separator, overrides } = request;
  const format = await detectFormat(source, {
    limits,
    labels: labelsOf(definition),
    ...(encoding && { encoding }),
    ...(separator && { separator }),
  });
  const mapping = mapColumns(format.headers, definition, overrides);
  return { ...(await runImport({ ...request, format, mapping, definition, target })), format, mapping };
}
