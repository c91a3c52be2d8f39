import { AppointmentsResolver, PersonAppointmentsResolver, ViewerAppointmentsResolver } from './appointments.resolver.js';

export const appointmentsResolvers = [AppointmentsResolver, PersonAppointmentsResolver, ViewerAppointmentsResolver] as const;
export { RoleEnum } from './appointment.type.js';
export { Appointment } from './appointment.entity.js';
export { appointmentInvitation, appointmentJobs, appointmentSchedules } from './appointment.jobs.js';
export { appointmentFilePolicy } from './appointment.queries.js';
export { administratorsOn, isOnlyAdministrator } from './administrators.js';
export { lettersNaming, renewLettersNaming } from './letter.js';
export { endAllAppointments } from './end-all.js';
export { appointmentsImport } from './appointments.import.js';
export { makeAdministrator } from './commands/make-administrator.js';
export { registerScope, type CoordinatorChange, type ScopeAdapter, type ScopeFacts } from './scopes.js';
export { countyScope, everythingScope, regionScope } from './territory-scopes.js';
