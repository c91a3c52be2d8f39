export { IMPORT, IMPORT_KINDS, IMPORT_STATES, type ImportAct, type ImportKindName, type ImportState } from './import-run.js';
export {
  CENTRE,
  CENTRE_STATES,
  type CentreAct,
  type CentreState,
  SCHOOL,
  STRUCTURE,
  TERRITORY_STATES,
  type TerritoryState,
  territoryState,
  TOPIC_STATES,
  type TopicState,
  UNIT_STATES,
  type UnitAct,
  type UnitState,
} from './states.js';
