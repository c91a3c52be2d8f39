import type { Lang } from '../texts.js';

/** The narrative of an annual report, by its sections. */
export interface DemoNarrative {
  HIGHLIGHTS: string;
  COOPERATION: string;
  DIFFICULTIES: string;
  CONCLUSIONS: string;
  NEXT_YEAR: string;
}

const narrative = (
  HIGHLIGHTS: string,
  COOPERATION: string,
  DIFFICULTIES: string,
  CONCLUSIONS: string,
  NEXT_YEAR: string,
): DemoNarrative => ({
  HIGHLIGHTS,
  COOPERATION,
  DIFFICULTIES,
  CONCLUSIONS,
  NEXT_YEAR,
});

/** What coordinators wrote of 2025/26. */
export const narratives: Readonly<Record<string, DemoNarrative>> = {
  ict: narrative(
    'The robotics kits travelled through nine schools. Most questions in our discussions got an answer within a day, and the answers were used: members came back to say how it went.',
    'The ICT Centre Southbay lent kits and a technician. Safe Internet and we exchanged two lessons.',
    'Networks at three schools failed for weeks. We learned to have every task on paper too.',
    'Small tasks that can be repeated work better than large projects. Role cards were the discovery of the year.',
    'Two model lessons each half-year, a folder of ready tasks, and a short guide for new members.',
  ),
  experiment: narrative(
    'Κάθε μήνα ένα πείραμα με απλά υλικά. Οι συζητήσεις έδειξαν ότι μαθαίνουμε περισσότερο από όσα δεν πέτυχαν.',
    'Το Εργαστηριακό Κέντρο δάνεισε έξι σετ και έστειλε συνάδελφο σε επτά σχολεία.',
    'Ο χρόνος. Ένα πείραμα χωράει σε μία διδακτική ώρα μόνο όταν έχει δοκιμαστεί πριν.',
    'Το φύλλο προβλέψεων κάνει τη διαφορά: πρώτα γράφουμε τι περιμένουμε, μετά μετράμε.',
    'Δειγματικές διδασκαλίες με συζήτηση σε τρεις γύρους και μια κοινή τράπεζα λαθών.',
  ),
  environment: narrative(
    'Έντεκα σχολικοί κήποι, τέσσερις επισκέψεις στις αλυκές και ένας πίνακας μετρήσεων σε κάθε είσοδο.',
    'Το Κέντρο Περιβαλλοντικής Εκπαίδευσης και ο δήμος στάθηκαν δίπλα μας.',
    'Το καλοκαίρι παραμένει το δύσκολο σημείο: ποιος ποτίζει;',
    'Όσα μετριούνται κρατούν. Οι κήποι που είχαν πίνακα έζησαν όλοι.',
    'Πρόγραμμα καλοκαιριού με τις οικογένειες και μια κοινή ημέρα στις αλυκές τον Μάιο.',
  ),
  inclusive: narrative(
    'Members tried one small change each and described it. The visual timetable spread to most of our schools.',
    'The Diagnosis and Support Centre read eleven plans with us and shortened most of them.',
    'Colleagues who are alone at their school give up earlier. Replies were slow in spring.',
    'What is made for one child must be good for all, or it does not last.',
    'Pairs of schools that visit each other, and a fixed evening for questions.',
  ),
  violence: narrative(
    'A one-page record of incidents is in use at most of our schools, and the duty plans were redrawn after a look at places and times.',
    'The Youth Station came to six classes; the school psychologists took part in every discussion.',
    'Group chats remain the place where we hear of things last.',
    'The second talk, two weeks later, matters more than the first.',
    'Training for bystanders, and a common answer to the question when a family is called.',
  ),
  safenet: narrative(
    'Three evenings for parents led by pupils, and a lesson without frightening stories that has been held in many classes.',
    'Schools shared their chat rules; ICT in Class helped with privacy settings.',
    'Since May there has been little time. Questions waited too long.',
    'Pupils convince pupils and parents. Adults should give them the stage.',
    'A coordinator with time for it, and a lesson for the fourth form.',
  ),
  psychologists: narrative(
    'Superwizja koleżeńska odbywała się co miesiąc. W dyskusjach najczęściej wracały rozmowa po kryzysie i lęk przed szkołą.',
    'Z poradnią ustalono, kto do kogo dzwoni. Wychowawcy byli na spotkaniach od początku.',
    'Czas odpowiedzi wydłużał się zimą, gdy wiele osób pracowało w kilku szkołach.',
    'Jedna strona dokumentacji wystarcza, jeśli wszyscy piszą tak samo.',
    '',
  ),
  early: narrative(
    'Odwiedzamy się w salach, a pomysły opisane w dyskusjach wracają do grup w innych przedszkolach.',
    'Biblioteka pedagogiczna przygotowała skrzynki z książkami w czterech językach.',
    'Trudno znaleźć termin wspólny dla przedszkoli i klas pierwszych.',
    'Rytm dnia na obrazkach i poranny krąg działają w każdej grupie, która spróbowała.',
    'Wspólna adaptacja trzylatków i pierwszaków oraz spacery badawcze raz w miesiącu.',
  ),
  class: narrative(
    'Сценарии классных часов, которые прошли хотя бы в двух классах, собраны в общий список. Темы живут: участники пишут, как прошло.',
    'Методический кабинет помогал со сценариями, психологи отвечали на трудные вопросы.',
    'Не все решаются написать о том, что не получилось. Без этого список получается парадным.',
    'Лучше всего работает разговор, который начинается с ситуации, а не с правила.',
    'Мастерская раз в месяц и отдельная тема для первых недель нового классного руководителя.',
  ),
  principals: narrative(
    'We stopped four kinds of papers that nobody read and wrote down how others had done so.',
    'Visits in pairs between eight schools, always with one question left behind.',
    'The weeks before holidays are silent here; the work is elsewhere.',
    'Fifteen minutes in a classroom twice a week change more than a report.',
    'A mentor for everybody who takes over a school, and one common form for visits.',
  ),
  erasmus: narrative(
    'Five schools wrote their first application and all five read each other’s drafts. Three began with eTwinning.',
    'School Activities found the contradictions in two budgets before the agency could.',
    'Papers fall on one person. Only two schools gave that person a lighter timetable.',
    'A partner of one’s own size is worth more than a famous one.',
    'A calendar of deadlines, a box of sample letters in four languages, and an evening for consent forms.',
  ),
};

/** What happened to the report of 2025/26, in local times; days of the autumn of 2026. */
export interface DemoReport {
  network: string;
  opened: string;
  presented: string | null;
  submitted: string | null;
  approved: string | null;
  /** When it was made public; null where the county has not done so. */
  published: string | null;
  /** Given back once, revised and sent again. */
  returned: { at: string; remarks: string; revised: string; submitted: string } | null;
}

const approved = (
  network: string,
  opened: string,
  presented: string,
  submitted: string,
  by: string,
  published: string | null = null,
): DemoReport => ({
  network,
  opened,
  presented,
  submitted,
  approved: by,
  published,
  returned: null,
});

/** Ten reports that are frozen, nine of them approved, six of these public, and one waiting for the county; and a draft that is overdue. */
export const reports: readonly DemoReport[] = [
  approved('ict', '2026-09-01T16:00', '2026-09-02T17:30', '2026-09-11T15:10', '2026-09-15T10:20', '2026-10-05T09:00'),
  approved('experiment', '2026-09-02T17:00', '2026-09-05T10:00', '2026-09-18T16:40', '2026-09-22T09:15', '2026-10-05T09:10'),
  approved('environment', '2026-09-03T15:00', '2026-09-09T18:00', '2026-09-25T14:30', '2026-09-29T11:00', '2026-10-06T12:00'),
  approved('violence', '2026-09-02T12:00', '2026-09-07T09:00', '2026-09-22T17:45', '2026-09-24T12:30'),
  approved('safenet', '2026-09-07T18:00', '2026-09-14T17:00', '2026-09-28T20:10', '2026-10-02T09:40'),
  {
    network: 'inclusive',
    opened: '2026-09-08T16:00',
    presented: '2026-09-15T16:00',
    submitted: '2026-09-30T21:15',
    approved: null,
    published: null,
    returned: {
      at: '2026-10-07T13:00',
      remarks: 'Please say in a sentence which schools are alone and what the pairs should look like.',
      revised: '2026-11-16T17:00',
      submitted: '2026-11-19T18:20',
    },
  },
  approved('early', '2026-09-01T18:00', '2026-09-08T12:00', '2026-09-17T16:00', '2026-09-21T10:00', '2026-10-05T11:20'),
  approved('class', '2026-09-04T17:00', '2026-09-10T17:00', '2026-09-24T18:30', '2026-09-28T10:30', '2026-10-05T11:25'),
  approved('principals', '2026-09-03T07:45', '2026-09-11T08:00', '2026-09-21T07:50', '2026-09-23T10:10', '2026-10-05T11:30'),
  approved('erasmus', '2026-09-09T17:20', '2026-09-16T17:00', '2026-09-29T19:00', '2026-10-01T11:30'),
  {
    network: 'psychologists',
    opened: '2026-09-10T19:00',
    presented: null,
    submitted: null,
    approved: null,
    published: null,
    returned: null,
  },
];

/** What the inclusive classroom's coordinator added after the county's remarks. */
export const revisedDifficulties: Readonly<Record<string, Partial<Record<Lang, string>>>> = {
  inclusive: {
    en: 'Colleagues who are alone at their school give up earlier: that is so at Stone Ford and at Orchard. Next year each of them is paired with a neighbour school.',
  },
};
