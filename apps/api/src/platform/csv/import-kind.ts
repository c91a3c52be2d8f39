import type { Language } from '@stoa/domain';
import { authorize, type Viewer } from '../authorize.js';
import { audit } from '../database/audit.js';
import type { Tx } from '../database/database.js';
import type { Services } from '../services.js';
import type { BatchDone } from './batch-target.js';
import { detectFormat, type CsvFormat } from './detect.js';
import { importFile, type ImportRequest, type ImportResult } from './import-file.js';
import { labelsOf, mapColumns, missingColumns, type ImportDefinition, type Mapping } from './mapping.js';
import type { ImportTarget } from './plan.js';

/** What a person says of a file as a whole. */
export interface ImportParams {
  /** The language of the names, where no column says it. */
  lang: Language | null;
  /** Official code of the county, where no column says it. */
  county: string | null;
}

/** One import as the web's job and the command line start it. */
export interface ImportCommand extends ImportRequest {
  params: ImportParams;
  /** Names the import in the audit log. */
  runId: string;
  /** Whose rights count: a person's, or the operator's at the server's own command line. */
  by: Viewer | 'operator';
}

type Hooks = { actorId: string | null; afterBatch: (tx: Tx, done: BatchDone) => Promise<void> };

/** A column as a form shows it; `choices` are the values that words of the file can be mapped to. */
export interface ColumnFacts {
  key: string;
  required: boolean;
  choices: readonly string[];
}

/** What can be imported, whatever its rows are. */
export interface ImportKind {
  kind: string;
  columns(params: ImportParams): ColumnFacts[];
  /** Finds encoding, separator, header and columns, and which required columns nothing fills. @throws CsvError */
  inspect(
    request: Omit<ImportRequest, 'execute'>,
    params: ImportParams,
  ): Promise<{ format: CsvFormat; mapping: Mapping; missing: string[] }>;
  /** Runs it, dry or for good. @throws CsvError, Refusal where the person may not change registers */
  run(services: Services, command: ImportCommand): Promise<ImportResult>;
}

/** What a module gives to make its rows importable. */
export interface ImportPart<T extends object> {
  kind: string;
  definition(params: ImportParams): ImportDefinition<T>;
  target(services: Services, params: ImportParams, hooks: Hooks): ImportTarget<T>;
}

/** Wraps a module's definition and target: right asked first, an audit row in each batch's transaction. */
export function importKind<T extends object>(part: ImportPart<T>): ImportKind {
  return {
    kind: part.kind,
    columns: (params) => columnFacts(part.definition(params)),
    async inspect({ source, limits, encoding, separator, overrides }, params) {
      const definition = part.definition(params);
      const format = await detectFormat(source, {
        limits,
        labels: labelsOf(definition),
        ...(encoding && { encoding }),
        ...(separator && { separator }),
      });
      const mapping = mapColumns(format.headers, definition, overrides);
      return { format, mapping, missing: missingColumns(mapping, definition) };
    },
    async run(services, { params, runId, by, ...request }) {
      if (by !== 'operator') authorize(by, 'register.change', {});
      const actorId = by === 'operator' ? null : by.personId;
      const target = part.target(services, params, {
        actorId,
        afterBatch: (tx, done) =>
          audit(tx, {
            actorId,
            act: `import.${part.kind}`,
            subjectType: 'ImportRun',
            subjectId: runId,
            at: services.clock.now(),
            detail: { ...done },
          }),
      });
      return importFile(request, part.definition(params), target);
    },
  };
}

function columnFacts<T extends object>(definition: ImportDefinition<T>): ColumnFacts[] {
  return Object.entries<{ required: boolean; choices?: readonly string[]; values?: Readonly<Record<string, readonly string[]>> }>(
    definition.columns,
  ).map(([key, { required, choices, values }]) => ({ key, required, choices: choices ?? Object.keys(values ?? {}) }));
}
