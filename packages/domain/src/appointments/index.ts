export { APPOINTMENT_STATES, type AppointmentState, appointmentState, isTerm, type Term, termsOverlap } from './appointment.js';
