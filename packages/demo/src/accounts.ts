/** An account that the sign-in page of a demo offers as a card. */
export interface DemoAccount {
  email: string;
  name: string;
  lang: 'en' | 'el' | 'pl' | 'ru';
  /** What the account is; the interface has words for each. */
  roleKey: string;
}

/** The accounts of the demo that are offered as cards, in their order. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@demo.invalid', name: 'Demo Administrator', lang: 'en', roleKey: 'administrator' },
  { email: 'county.northshore@demo.invalid', name: 'Demo County Coordinator Northshore', lang: 'en', roleKey: 'countyCoordinator' },
  { email: 'county.southbay@demo.invalid', name: 'Demo County Coordinator Southbay', lang: 'en', roleKey: 'countyCoordinator' },
  { email: 'region.twobays@demo.invalid', name: 'Demo Regional Coordinator', lang: 'en', roleKey: 'regionalCoordinator' },
  { email: 'coordinator.ict@demo.invalid', name: 'Demo Coordinator ICT', lang: 'en', roleKey: 'networkCoordinator' },
  { email: 'coordinator.safenet@demo.invalid', name: 'Demo Coordinator Safe Internet', lang: 'en', roleKey: 'futureCoordinator' },
  { email: 'head.northshore@demo.invalid', name: 'Demo Head of Centre', lang: 'en', roleKey: 'headOfCentre' },
  { email: 'council.southbay@demo.invalid', name: 'Demo Council Member', lang: 'en', roleKey: 'councilMember' },
  { email: 'secretariat.southbay@demo.invalid', name: 'Demo Secretariat', lang: 'en', roleKey: 'secretariat' },
  { email: 'structure.ict-southbay@demo.invalid', name: 'Demo ICT Centre', lang: 'en', roleKey: 'structureStaff' },
  { email: 'sore.southbay@demo.invalid', name: 'Demo School Organiser', lang: 'en', roleKey: 'schoolOrganiser' },
  { email: 'principal.harbour7@demo.invalid', name: 'Demo Principal', lang: 'en', roleKey: 'principal' },
  { email: 'teacher014@demo.invalid', name: 'Demo Teacher 014', lang: 'en', roleKey: 'teacher' },
  { email: 'teacher020@demo.invalid', name: 'Demo Teacher 020', lang: 'en', roleKey: 'teacher' },
  { email: 'parent@demo.invalid', name: 'Demo Parent', lang: 'en', roleKey: 'parent' },
];
