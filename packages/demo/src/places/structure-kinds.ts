import type { AllTexts } from '../texts.js';
import { hoursOn, type Weekly } from './centres.js';

/** What structures of a kind have in common in both counties. */
export interface StructureKindFacts {
  kind: string;
  /** Stands before the county's name. */
  name: AllTexts;
  description: AllTexts;
  functions: readonly AllTexts[];
  audiences: readonly string[];
  /** Slugs of the topics it answers for. */
  topics: readonly string[];
  weekly: Weekly;
}

const words = (en: string, el: string, pl: string, ru: string): AllTexts => ({ en, el, pl, ru });
const MON_FRI = [1, 2, 3, 4, 5];

/** Eight kinds that each county has. */
export const countyStructures: readonly StructureKindFacts[] = [
  {
    kind: 'CAREER_COUNSELLING',
    name: words(
      'Counselling and Orientation',
      'Συμβουλευτική και Προσανατολισμός',
      'Poradnia psychologiczno-pedagogiczna',
      'Служба консультаций и профориентации',
    ),
    description: words(
      'Talks with pupils, parents and teachers about learning, choices and worries. A parent can ask directly; no letter from the school is needed.',
      'Συζητά με μαθητές, γονείς και εκπαιδευτικούς για τη μάθηση, τις επιλογές και τις ανησυχίες. Ο γονέας μπορεί να ρωτήσει απευθείας.',
      'Rozmawia z uczniami, rodzicami i nauczycielami o nauce, wyborach i trudnościach. Rodzic może zgłosić się sam, bez pisma ze szkoły.',
      'Беседует с учениками, родителями и учителями об учёбе, выборе и тревогах. Родители могут обратиться сами, без письма из школы.',
    ),
    functions: [
      words('Career counsellor', 'Σύμβουλος σταδιοδρομίας', 'Doradca zawodowy', 'Консультант по профориентации'),
      words('School psychologist', 'Σχολικός ψυχολόγος', 'Psycholog', 'Психолог'),
    ],
    audiences: ['STUDENTS', 'PARENTS', 'TEACHERS'],
    topics: ['career-guidance', 'change-of-school-level', 'reading-difficulties', 'work-with-parents'],
    weekly: [...hoursOn([1, 3, 5], '09:00', '15:00'), ...hoursOn([2, 4], '09:00', '18:00')],
  },
  {
    kind: 'YOUTH_STATION',
    name: words('Youth Station', 'Συμβουλευτικός Σταθμός Νέων', 'Punkt Pomocy Młodzieży', 'Молодёжная станция'),
    description: words(
      'A quiet place for young people and those who care for them: short talks without waiting, and help when something has happened.',
      'Ένας ήσυχος χώρος για νέους και για όσους τους φροντίζουν: σύντομες συζητήσεις χωρίς αναμονή και βοήθεια όταν κάτι συμβεί.',
      'Spokojne miejsce dla młodzieży i jej opiekunów: krótkie rozmowy bez czekania i pomoc, gdy coś się wydarzy.',
      'Спокойное место для подростков и тех, кто о них заботится: короткие беседы без очереди и помощь, когда что-то случилось.',
    ),
    functions: [words('Youth counsellor', 'Σύμβουλος νέων', 'Doradca młodzieży', 'Консультант для подростков')],
    audiences: ['STUDENTS', 'PARENTS', 'SPECIALISTS'],
    topics: ['counselling-of-young-people', 'crisis-support', 'bullying-and-violence', 'dependence-and-prevention'],
    weekly: hoursOn(MON_FRI, '12:00', '19:00'),
  },
  {
    kind: 'ICT_CENTRE',
    name: words('ICT Centre', 'Κέντρο ΤΠΕ', 'Centrum TIK', 'Центр ИКТ'),
    description: words(
      'Keeps school networks running, lends robotics kits and shows how digital tools serve a lesson rather than fill it.',
      'Φροντίζει τα δίκτυα των σχολείων, δανείζει κιτ ρομποτικής και δείχνει πώς τα ψηφιακά εργαλεία υπηρετούν το μάθημα.',
      'Dba o szkolne sieci, wypożycza zestawy robotyczne i pokazuje, jak narzędzia cyfrowe służą lekcji.',
      'Поддерживает школьные сети, даёт напрокат наборы по робототехнике и показывает, как цифровые инструменты служат уроку.',
    ),
    functions: [
      words('ICT adviser', 'Σύμβουλος ΤΠΕ', 'Doradca TIK', 'Консультант по ИКТ'),
      words('Technician', 'Τεχνικός', 'Technik', 'Техник'),
    ],
    audiences: ['SCHOOLS', 'TEACHERS'],
    topics: [
      'digital-education',
      'technical-support-of-schools',
      'interactive-boards-and-tools',
      'programming-and-robotics',
      'ai-literacy',
      'safe-internet',
    ],
    weekly: hoursOn(MON_FRI, '08:00', '18:00'),
  },
  {
    kind: 'SCIENCE_LABORATORY',
    name: words('Science Labs', 'Εργαστηριακό Κέντρο Φυσικών Επιστημών', 'Pracownia Przyrodnicza', 'Лаборатория естественных наук'),
    description: words(
      'Experiments that fit a lesson, apparatus on loan, and a colleague beside you the first time.',
      'Πειράματα που χωρούν σε ένα μάθημα, όργανα με δανεισμό και ένας συνάδελφος δίπλα σας την πρώτη φορά.',
      'Doświadczenia na miarę lekcji, wypożyczanie przyrządów i ktoś obok za pierwszym razem.',
      'Опыты, которые помещаются в урок, приборы напрокат и коллега рядом в первый раз.',
    ),
    functions: [words('Head of the laboratory', 'Υπεύθυνος εργαστηρίου', 'Kierownik pracowni', 'Заведующий лабораторией')],
    audiences: ['TEACHERS', 'SCHOOLS'],
    topics: ['science-experiments', 'mathematics-teaching'],
    weekly: hoursOn(MON_FRI, '08:30', '14:30'),
  },
  {
    kind: 'SCHOOL_ACTIVITIES',
    name: words('School Activities', 'Γραφείο Σχολικών Δραστηριοτήτων', 'Biuro Zajęć Szkolnych', 'Отдел школьных мероприятий'),
    description: words(
      'Contests, culture and health programmes: what is on, what it asks of a school and who has done it before.',
      'Διαγωνισμοί, πολιτιστικά και προγράμματα υγείας: τι τρέχει, τι ζητά από το σχολείο και ποιος το έχει κάνει.',
      'Konkursy, kultura i programy zdrowotne: co się dzieje, czego wymaga od szkoły i kto już próbował.',
      'Конкурсы, культура и программы здоровья: что проходит, что нужно от школы и кто уже участвовал.',
    ),
    functions: [words('Activities officer', 'Υπεύθυνος δραστηριοτήτων', 'Koordynator zajęć', 'Координатор мероприятий')],
    audiences: ['SCHOOLS', 'TEACHERS', 'PARENTS'],
    topics: ['school-activities-and-contests', 'health-education', 'european-projects'],
    weekly: hoursOn(MON_FRI, '09:00', '15:00'),
  },
  {
    kind: 'SCHOOL_LIBRARY',
    name: words('Libraries', 'Σχολικές Βιβλιοθήκες', 'Biblioteka Pedagogiczna', 'Школьные библиотеки'),
    description: words(
      'Books in the languages of our families, reading evenings, and help for a school that wants its library back.',
      'Βιβλία στις γλώσσες των οικογενειών μας, βραδιές ανάγνωσης και βοήθεια για το σχολείο που θέλει ξανά τη βιβλιοθήκη του.',
      'Książki w językach naszych rodzin, wieczory czytania i pomoc szkole, która chce odzyskać bibliotekę.',
      'Книги на языках наших семей, вечера чтения и помощь школе, которая хочет вернуть себе библиотеку.',
    ),
    functions: [words('Librarian', 'Βιβλιοθηκονόμος', 'Bibliotekarz', 'Библиотекарь')],
    audiences: ['LIBRARIANS', 'TEACHERS', 'PARENTS', 'STUDENTS'],
    topics: ['libraries-and-reading', 'reading-difficulties', 'pupils-with-another-mother-tongue'],
    weekly: [...hoursOn([1, 2, 3, 4], '10:00', '16:00'), ...hoursOn([5], '10:00', '14:00')],
  },
  {
    kind: 'TRAINING',
    name: words('Training', 'Κέντρο Επιμόρφωσης', 'Ośrodek Szkoleniowy', 'Отдел повышения квалификации'),
    description: words(
      'Courses and workshops that grow out of what schools reported, with time between meetings to try things.',
      'Σεμινάρια και εργαστήρια που ξεκινούν από όσα ανέφεραν τα σχολεία, με χρόνο για δοκιμή ανάμεσα στις συναντήσεις.',
      'Kursy i warsztaty, które wyrastają ze zgłoszeń szkół, z czasem na próby między spotkaniami.',
      'Курсы и мастерские, которые вырастают из запросов школ, со временем на пробы между встречами.',
    ),
    functions: [words('Trainer', 'Επιμορφωτής', 'Edukator', 'Методист')],
    audiences: ['TEACHERS', 'PRINCIPALS', 'SPECIALISTS'],
    topics: ['subject-teaching', 'formative-assessment', 'foreign-languages', 'support-of-new-teachers', 'teachers-burnout'],
    weekly: hoursOn(MON_FRI, '12:00', '20:00'),
  },
  {
    kind: 'METHODOLOGICAL_UNIT',
    name: words('Methodological Unit', 'Μεθοδολογική Μονάδα', 'Pracownia Metodyczna', 'Методический кабинет'),
    description: words(
      "Works beside class teachers and principals: class hours, talks with parents, a school's own evaluation.",
      'Δουλεύει δίπλα σε υπεύθυνους τάξης και διευθυντές: ώρα τάξης, συζητήσεις με γονείς, αυτοαξιολόγηση του σχολείου.',
      'Pracuje u boku wychowawców i dyrektorów: godziny wychowawcze, rozmowy z rodzicami, ewaluacja szkoły.',
      'Работает рядом с классными руководителями и директорами: классные часы, беседы с родителями, самооценка школы.',
    ),
    functions: [words('Methodologist', 'Μεθοδολόγος', 'Metodyk', 'Методист')],
    audiences: ['TEACHERS', 'PRINCIPALS'],
    topics: ['class-teachers-work', 'running-a-school', 'school-evaluation-and-improvement', 'education-law', 'work-with-parents'],
    weekly: hoursOn(MON_FRI, '08:00', '16:00'),
  },
];
