export { Appointment } from './appointment.entity.js';
export { holdersKey, holdersOf, lastCoordinatorId, type Holder } from './holders.queries.js';
export { findScope, registerScope, scopeTarget, type CoordinatorChange, type ScopeAdapter, type ScopeFacts } from './scopes.js';
export { countyScope, everythingScope, EVERYTHING_ID, regionScope } from './territory-scopes.js';
