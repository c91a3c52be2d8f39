export { centreKindOf, structureKindOf, territoryKindOf } from './kind-names.js';
export { type SchoolAddress, schoolKey } from './school-key.js';
export { type SchoolType, schoolTypeOf } from './school-levels.js';
