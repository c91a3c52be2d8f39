/** Who holds which post in a county. */
export const countyAppointmentsPath = (county: { slug: string }) => `/county/${county.slug}/appointments`;
/** Every appointment, for administrators. */
export const rolesPath = () => '/admin/roles';
