/** Who waits to be let into a network, or has an invitation, on the day of the demo. */
export const joinRequests = [
  {
    network: 'class',
    person: 'teacher073',
    at: '2026-11-21T18:00',
    message: 'Веду шестой класс в Harbour Primary 7, хочу готовить классные часы вместе.',
  },
  {
    network: 'class',
    person: 'teacher095',
    at: '2026-11-21T19:12',
    message: 'Классное руководство у меня первый год. Советы очень нужны.',
  },
  {
    network: 'experiment',
    person: 'teacher151',
    at: '2026-11-22T19:30',
    message: 'Διδάσκω φυσική στο γυμνάσιο και θα ήθελα να δοκιμάσω μαζί σας.',
  },
  {
    network: 'violence',
    person: 'teacher008',
    at: '2026-11-23T16:45',
    message: 'We had a hard autumn at our school. I would like to learn from yours.',
  },
] as const;

/** Invitations that nobody has answered yet; the second goes to an address without an account. */
export const invitations = [
  {
    network: 'ict',
    by: 'coordinator.ict',
    person: 'teacher020',
    email: '',
    name: '',
    at: '2026-11-19T15:00',
    message: 'You asked about the robotics kits at the Orchard meeting: this is where they are.',
  },
  {
    network: 'libraries',
    by: 'teacher017',
    person: '',
    email: 'librarian.new@demo.invalid',
    name: 'Demo Librarian',
    at: '2026-11-23T12:10',
    message: 'We are just beginning. Come and help us choose the chairs.',
  },
] as const;
