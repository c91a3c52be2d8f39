import { Person } from './modules/accounts/index.js';
import { Appointment } from './modules/appointments/index.js';

/** The entities of all modules, in the modules' order. */
export const entities: (new () => object)[] = [Person, Appointment];
