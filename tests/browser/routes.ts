/** Who walks the routes; the account of the demo, or none. */
export const ROLES = {
  visitor: undefined,
  teacher: 'teacher014',
  networkCoordinator: 'coordinator.ict',
  countyCoordinator: 'county.northshore',
  administrator: 'admin',
  regionalCoordinator: 'region.twobays',
  headOfCentre: 'head.northshore',
  council: 'council.southbay',
  secretariat: 'secretariat.southbay',
  structureStaff: 'structure.ict-southbay',
  schoolOrganiser: 'sore.southbay',
  principal: 'principal.harbour7',
  futureCoordinator: 'coordinator.safenet',
  parent: 'parent',
} as const;

export type RoleName = keyof typeof ROLES;

/** Those whom Stoa is made for in the first place (and nobody yet); what others see is nearly always what one of them sees. */
export const FIRST_ROLES: readonly RoleName[] = ['visitor', 'teacher', 'networkCoordinator', 'countyCoordinator', 'administrator'];

export interface WalkedRoute {
  /** As the interface registers it. */
  path: string;
  /** Whose page it is in the first place. */
  role: RoleName;
  /** What its parameters are in the demo world, where they differ from those of all: the name of another place, or the value itself. */
  with?: Record<string, string>;
  /** The query, with its question mark; its parameters are filled like those of the path. */
  query?: string;
}

/** Every page of the interface; a test compares this with what the features register. */
export const WALKED: readonly WalkedRoute[] = [
  { path: 'about', role: 'visitor' },
  { path: 'accessibility', role: 'visitor' },
  { path: 'privacy', role: 'visitor' },
  { path: 'agreements', role: 'visitor' },
  { path: 'sign-in', role: 'visitor' },
  // Without a voucher the page says so and what to do.
  { path: 'sign-in/provider', role: 'visitor' },
  { path: 'sign-up', role: 'visitor' },
  { path: 'reset', role: 'visitor' },
  // Links of mails that do not work: the pages say so and what to do.
  { path: 'confirm/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'join/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'reset/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'email/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'email/undo/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'me/preferences', role: 'teacher' },
  { path: 'me/security', role: 'teacher' },
  { path: 'me/privacy', role: 'teacher' },
  { path: 'people/:handle', role: 'networkCoordinator' },
  { path: 'county/:county/appointments', role: 'countyCoordinator' },
  { path: 'admin/people', role: 'administrator' },
  { path: 'admin/people/doubles', role: 'administrator', query: '?of=:person' },
  { path: 'admin/people/merge', role: 'administrator', query: '?keep=:person&away=:other' },
  { path: 'admin/roles', role: 'administrator' },
  { path: 'admin/mail', role: 'administrator' },
  { path: 'admin/places', role: 'administrator' },
  { path: 'admin/import', role: 'administrator' },
  // No file was sent in the demo world: the page says that there is no such import.
  { path: 'admin/import/:run', role: 'administrator', with: { run: 'ImportRun_00000000-0000-7000-8000-000000000000' } },
  { path: 'admin/sources', role: 'administrator' },
  { path: 'admin/sources/new', role: 'administrator' },
  // Nothing is harvested in the demo world: the page says that there is no such source.
  { path: 'admin/sources/:source', role: 'administrator', with: { source: 'LibrarySource_00000000-0000-7000-8000-000000000000' } },
  { path: 'about/embed', role: 'visitor' },
  { path: 'admin/audit', role: 'administrator' },
  { path: 'admin/consents', role: 'administrator' },
  { path: 'admin/corrections', role: 'administrator' },
  { path: 'admin/retention', role: 'administrator' },
  { path: 'find', role: 'visitor', query: '?topic=reading-difficulties' },
  { path: 'centres', role: 'visitor' },
  { path: 'centres/:centre', role: 'visitor' },
  { path: 'centres/:centre/edit', role: 'headOfCentre' },
  { path: 'structures/:structure', role: 'visitor' },
  { path: 'structures/:structure/edit', role: 'headOfCentre', with: { structure: 'structureOfHead' } },
  { path: 'schools', role: 'visitor' },
  { path: 'schools/:school', role: 'visitor' },
  { path: 'schools/:school/edit', role: 'principal' },
  { path: 'library', role: 'visitor' },
  { path: 'library/searches', role: 'teacher' },
  { path: 'library/searches/stop/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'networks', role: 'visitor' },
  { path: 'networks/new', role: 'countyCoordinator' },
  { path: 'networks/:network', role: 'teacher' },
  { path: 'networks/:network/members', role: 'networkCoordinator' },
  { path: 'networks/:network/settings', role: 'countyCoordinator', with: { network: 'networkOfCounty' } },
  { path: 'networks/:network/report', role: 'networkCoordinator' },
  { path: 'networks/:network/report/:year', role: 'networkCoordinator' },
  { path: 'approvals', role: 'networkCoordinator' },
  { path: 'library/new', role: 'teacher' },
  { path: 'library/mine', role: 'teacher' },
  { path: 'library/:resource', role: 'visitor' },
  { path: 'library/:resource/edit', role: 'teacher', with: { resource: 'ownResource' } },
  { path: 'home', role: 'teacher' },
  { path: 'search', role: 'teacher', query: '?q=ict' },
  { path: 'search/discussions', role: 'teacher', query: '?q=class&answered=yes' },
  { path: 'networks/:network/discussions', role: 'teacher' },
  { path: 'networks/:network/discussions/categories', role: 'networkCoordinator' },
  { path: 'networks/:network/discussions/new', role: 'teacher' },
  { path: 'networks/:network/discussions/:thread', role: 'teacher' },
  { path: 'me/saved', role: 'teacher' },
  { path: 'inbox', role: 'teacher' },
  { path: 'me/notices', role: 'teacher' },
  { path: 'unsubscribe/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'review', role: 'networkCoordinator' },
  { path: 'review/appeals', role: 'countyCoordinator' },
  { path: 'me/decisions', role: 'teacher' },
  { path: 'networks/:network/decisions', role: 'teacher' },
  { path: 'networks/:network/decisions/reasons', role: 'networkCoordinator' },
  { path: 'county/:county', role: 'countyCoordinator' },
  { path: 'county/:county/networks', role: 'countyCoordinator' },
  { path: 'region/:region', role: 'regionalCoordinator' },
  { path: 'paths', role: 'teacher' },
  { path: 'paths/new', role: 'teacher' },
  { path: 'paths/:path', role: 'teacher' },
  { path: 'paths/:path/edit', role: 'networkCoordinator' },
  { path: 'paths/:path/:step', role: 'teacher' },
  { path: 'collections', role: 'teacher' },
  { path: 'collections/:collection', role: 'teacher' },
  { path: 'me/portfolio', role: 'teacher' },
  // Links that show nothing, and a code that no certificate has: the pages say so and what to do.
  { path: 'portfolio/:token', role: 'visitor', with: { token: 'cut-off' } },
  { path: 'verify', role: 'visitor' },
  { path: 'verify/:code', role: 'visitor', with: { code: '4Q7K-M2XD-9TB6' } },
];
