export {
  CENTRE, CENTRE_STATES, type CentreAct, type CentreState, SCHOOL, STRUCTURE, TERRITORY_STATES, type TerritoryState, territoryState, TOPIC_STATES, type TopicState, UNIT_STATES,
  type UnitAct, type UnitState,
} from './states.js';
