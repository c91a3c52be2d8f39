export const signInPath = () => '/sign-in';
export const signUpPath = () => '/sign-up';
export const resetPath = () => '/reset';
export const securityPath = () => '/me/security';
export const preferencesPath = () => '/me/preferences';
/** A person's profile. */
export const personPath = (person: { handle: string }) => `/people/${person.handle}`;
