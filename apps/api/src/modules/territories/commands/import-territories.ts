import { importKind } from '../../../platform/csv/index.js';
import { territoryImport, type TerritoryImportRow } from '../territory.import.js';
import { TerritoryTarget } from '../territory-target.js';

/** Import of a register of territories, or a dry run of it. Each batch is one transaction with its audit row. */
export const territoriesImport = importKind<TerritoryImportRow>({
  kind: 'territories',
  definition: ({ lang }) => territoryImport(lang),
  target: ({ db }, _params, { afterBatch }) => new TerritoryTarget(db, afterBatch),
});
