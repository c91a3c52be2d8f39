export {
  audiencesRule,
  type Contacts,
  contactsRule,
  functionsRule,
  languagesRule,
  localNames,
  localNotes,
  localText,
  type LocalText,
} from './card-rules.js';
export {
  type Audience,
  AUDIENCES,
  CENTRE_KINDS,
  type CentreKind,
  inAudience,
  mayLieIn,
  NETWORK_KINDS,
  type NetworkAudience,
  type NetworkKind,
  parentKind,
  type Profession,
  PROFESSIONS,
  SCHOOL_LEVELS,
  type SchoolLevel,
  STRUCTURE_KINDS,
  type StructureKind,
  TERRITORY_KINDS,
  type TerritoryKind,
  territoryLevel,
} from './kinds.js';
export { type OpeningException, type OpeningHours, type OpenSpan, openState, type OpenState } from './opening-hours.js';
export { openingHoursRule } from './opening-hours-rule.js';
