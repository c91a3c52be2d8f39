import { PersonAffiliationsResolver } from './person-affiliations.resolver.js';
import { AffiliationResolver, SchoolGroupResolver, SchoolResolver } from './school.resolver.js';

export const schoolResolvers = [SchoolResolver, SchoolGroupResolver, AffiliationResolver, PersonAffiliationsResolver] as const;
export { affiliationInvitation } from './affiliation-invitation.js';
export { groupsImport } from './group.import.js';
export { peopleImport } from './people.import.js';
export { Affiliation, School, SchoolGroup, SchoolGroupMember } from './school.entity.js';
export { schoolsImport } from './school.import.js';
export { schoolScope } from './school-scope.js';
export { ProfessionEnum } from './affiliation.type.js';
export { SchoolLevelEnum } from './school.type.js';
