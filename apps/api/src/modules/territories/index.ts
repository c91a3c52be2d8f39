export { territoriesImport } from './commands/import-territories.js';
export { Territory } from './territory.entity.js';
export { nameOf, territoryById, toTerritory, type TerritoryRow } from './territory.queries.js';
export { TerritoryResolver } from './territory.resolver.js';
export { LocalName, TerritoryType } from './territory.type.js';
