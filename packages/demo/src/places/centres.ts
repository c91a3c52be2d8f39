import type { Lang, Texts } from '../texts.js';
import { NORTHSHORE, SOUTHBAY, TWO_BAYS } from './territories.js';

/** Opening hours of a place: stretches of weekdays, 1 Monday to 7 Sunday. */
export type Weekly = readonly { day: number; from: string; to: string }[];

/** The same hours on several days. */
export function hoursOn(days: readonly number[], from: string, to: string): Weekly {
  return days.map((day) => ({ day, from, to }));
}

/** A support centre. */
export interface DemoCentre {
  code: string;
  kind: 'COUNTY' | 'REGIONAL';
  territory: string;
  lang: Lang;
  names: Texts;
  mission: Texts;
  languages: readonly Lang[];
  email: string;
  phone: string;
  website: string;
  address: string;
  weekly: Weekly;
}

const WEEK = [1, 2, 3, 4, 5] as const;

/** Three centres: one for each county, and the regional one that coordinates them. */
export const centres: readonly DemoCentre[] = [
  {
    code: 'C-NORTH',
    kind: 'COUNTY',
    territory: NORTHSHORE,
    lang: 'en',
    languages: ['en', 'pl', 'ru'],
    names: {
      en: 'Education Support Centre Northshore',
      pl: 'Centrum Wspierania Edukacji Północnego Brzegu',
      ru: 'Центр поддержки образования Северного берега',
    },
    mission: {
      en: 'We help the schools of Northshore to teach, to listen and to work together: eight structures under one roof, in three languages.',
      pl: 'Pomagamy szkołom Północnego Brzegu uczyć, słuchać i współpracować: osiem pracowni pod jednym dachem, w trzech językach.',
      ru: 'Помогаем школам Северного берега учить, слышать друг друга и работать вместе: восемь служб под одной крышей, на трёх языках.',
    },
    email: 'northshore@centre.demo.invalid',
    phone: '+999 11 200 100',
    website: 'https://northshore.demo.invalid',
    address: 'Lighthouse Road 4, Lighthouse',
    weekly: hoursOn(WEEK, '08:00', '16:00'),
  },
  {
    code: 'C-SOUTH',
    kind: 'COUNTY',
    territory: SOUTHBAY,
    lang: 'en',
    languages: ['en', 'el'],
    names: { en: 'Education Support Centre Southbay', el: 'Κέντρο Υποστήριξης Εκπαίδευσης Νότιου Κόλπου' },
    mission: {
      en: 'One door for every question of a school: we listen to what schools need, bring people together and show what came of it.',
      el: 'Μία πόρτα για κάθε ερώτημα του σχολείου: ακούμε τις ανάγκες, φέρνουμε κοντά τους ανθρώπους και δείχνουμε τι έγινε.',
    },
    email: 'southbay@centre.demo.invalid',
    phone: '+999 12 200 100',
    website: 'https://southbay.demo.invalid',
    address: 'Harbour Square 1, Harbour',
    weekly: hoursOn(WEEK, '08:00', '18:00'),
  },
  {
    code: 'C-TWOBAYS',
    kind: 'REGIONAL',
    territory: TWO_BAYS,
    lang: 'en',
    languages: ['en', 'el', 'pl', 'ru'],
    names: {
      en: 'Regional Support Centre Two Bays',
      el: 'Περιφερειακό Κέντρο Υποστήριξης Δύο Κόλπων',
      pl: 'Regionalne Centrum Wsparcia Dwie Zatoki',
      ru: 'Региональный центр поддержки «Две бухты»',
    },
    mission: {
      en: 'We coordinate the centres of both counties and keep what one county cannot keep alone: diagnosis and environmental education.',
      el: 'Συντονίζουμε τα κέντρα των δύο νομών και κρατάμε ό,τι δεν μπορεί μόνος του ο καθένας: διάγνωση και περιβαλλοντική εκπαίδευση.',
      pl: 'Koordynujemy centra obu powiatów i prowadzimy to, czego jeden powiat sam nie udźwignie: diagnozę i edukację ekologiczną.',
      ru: 'Координируем центры обоих районов и ведём то, что одному району не под силу: диагностику и экологическое образование.',
    },
    email: 'twobays@centre.demo.invalid',
    phone: '+999 10 200 100',
    website: 'https://twobays.demo.invalid',
    address: 'Bridge Street 12, Pier',
    weekly: hoursOn(WEEK, '09:00', '17:00'),
  },
];
