/** What Stoa holds about me, and what I can do about it. */
export const ownDataPath = () => '/me/privacy';
