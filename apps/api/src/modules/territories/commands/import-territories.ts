import type { Language } from '@stoa/domain';
import { authorize, type Viewer } from '../../../platform/authorize.js';
import { importFile, type ImportRequest, type ImportResult } from '../../../platform/csv/index.js';
import { audit } from '../../../platform/database/audit.js';
import type { Services } from '../../../platform/services.js';
import { territoryImport } from '../territory.import.js';
import { TerritoryTarget } from '../territory-target.js';

/** An import of territories; `runId` names it in the audit log. */
export interface ImportTerritories extends ImportRequest {
  runId: string;
  /** Who imports: a person's rights, or the operator at the server's own command line. */
  by: Viewer | 'operator';
  /** The language of the names where the file does not say it. */
  lang?: Language | null;
}

/**
 * Imports a register of territories, or says what importing it would do. Each batch is one transaction with its audit row.
 * @throws CsvError where the file cannot be read or mapped; Refusal where the person may not change registers
 */
export async function importTerritories({ db, clock }: Pick<Services, 'db' | 'clock'>, input: ImportTerritories): Promise<ImportResult> {
  const { by, runId } = input;
  if (by !== 'operator') authorize(by, 'register.change', {});
  const actorId = by === 'operator' ? null : by.personId;
  const target = new TerritoryTarget(db, (tx, done) =>
    audit(tx, { actorId, act: 'importTerritories', subjectType: 'ImportRun', subjectId: runId, at: clock.now(), detail: done }),
  );
  return importFile(input, territoryImport(input.lang ?? null), target);
}
