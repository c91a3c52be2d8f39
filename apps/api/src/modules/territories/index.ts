export { importTerritories, type ImportTerritories } from './commands/import-territories.js';
export { Territory } from './territory.entity.js';
export { TERRITORY_IMPORT_ERRORS, territoryImport, type TerritoryImportRow } from './territory.import.js';
export { nameOf, territoryById, toTerritory, type TerritoryRow } from './territory.queries.js';
export { TerritoryResolver } from './territory.resolver.js';
export { LocalName, TerritoryConnection, TerritoryKindEnum, TerritoryType } from './territory.type.js';
