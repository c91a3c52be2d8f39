import type { Messages } from '../platform/i18n/translate.js';

type Key =
  | 'title'
  | 'home.title'
  | 'home.text'
  | 'find.title'
  | 'find.text'
  | 'find.topic'
  | 'centres.title'
  | 'centres.text'
  | 'schools.title'
  | 'schools.text'
  | 'library.title'
  | 'library.text'
  | 'networks.title'
  | 'networks.text'
  | 'feed'
  | 'about.title'
  | 'about.text'
  | 'accessibility.title'
  | 'accessibility.text'
  | 'agreements.title'
  | 'agreements.text'
  | 'privacy.title'
  | 'privacy.text'
  | 'structure.text'
  | 'centre.text'
  | 'school.text'
  | 'notFound.title';

/** Titles and descriptions of public pages in the first HTML. */
export const words: Messages<Key> = {
  en: {
    title: '{page} · Stoa',
    'home.title': 'Stoa – support for schools',
    'home.text': 'Who helps your school with what: support centres, their structures, networks of teachers and events, in one place.',
    'find.title': 'Who helps with what near you?',
    'find.text': 'Choose a topic and a place: the structures that help, how near they are, when they are open and how to reach them.',
    'find.topic': 'Who helps with {topic}?',
    'centres.title': 'Support centres',
    'centres.text': 'Centres of counties and regions, with their structures, hours and contacts.',
    'schools.title': 'Schools',
    'schools.text': 'Schools and kindergartens by county and municipality.',
    'library.title': 'Library',
    'library.text':
      'Guides, lesson scenarios, worksheets and good practices for teachers, sought by words and narrowed by topic, subject and level.',
    'networks.title': 'Networks',
    'networks.text': 'Networks of cooperation and self-study of teachers.',
    feed: 'New in the library',
    'about.title': 'About Stoa',
    'about.text': 'What Stoa is and whom it serves.',
    'accessibility.title': 'Accessibility',
    'accessibility.text': 'How Stoa can be used by everybody, and whom to tell where it cannot.',
    'agreements.title': 'Terms',
    'agreements.text': 'What people with an account agree to.',
    'privacy.title': 'Privacy',
    'privacy.text': 'What Stoa knows of you, why, and how you see, correct and erase it.',
    'structure.text': 'Helps with {topics}.',
    'centre.text': 'Support centre of {place}.',
    'school.text': 'School in {place}.',
    'notFound.title': 'Page not found',
  },
  el: {
    title: '{page} · Stoa',
    'home.title': 'Stoa – υποστήριξη για τα σχολεία',
    'home.text': 'Ποιος βοηθά το σχολείο σας και σε τι: κέντρα υποστήριξης, δομές, δίκτυα εκπαιδευτικών και εκδηλώσεις σε ένα σημείο.',
    'find.title': 'Ποιος βοηθά και σε τι κοντά σας;',
    'find.text': 'Διαλέξτε θέμα και τόπο: οι δομές που βοηθούν, πόσο κοντά είναι, πότε είναι ανοικτές και πώς επικοινωνείτε.',
    'find.topic': 'Ποιος βοηθά με: {topic};',
    'centres.title': 'Κέντρα υποστήριξης',
    'centres.text': 'Κέντρα νομών και περιφερειών, με τις δομές, το ωράριο και τα στοιχεία τους.',
    'schools.title': 'Σχολεία',
    'schools.text': 'Σχολεία και νηπιαγωγεία ανά νομό και δήμο.',
    'library.title': 'Βιβλιοθήκη',
    'library.text':
      'Οδηγοί, διδακτικά σενάρια, φύλλα εργασίας και καλές πρακτικές για εκπαιδευτικούς, με αναζήτηση κατά θέμα, μάθημα και βαθμίδα.',
    'networks.title': 'Δίκτυα',
    'networks.text': 'Δίκτυα συνεργασίας και αυτομόρφωσης εκπαιδευτικών.',
    feed: 'Νέα στη βιβλιοθήκη',
    'about.title': 'Σχετικά με το Stoa',
    'about.text': 'Τι είναι το Stoa και ποιους εξυπηρετεί.',
    'accessibility.title': 'Προσβασιμότητα',
    'accessibility.text': 'Πώς μπορούν όλοι να χρησιμοποιούν το Stoa και πού απευθύνεστε όταν κάτι δεν γίνεται.',
    'agreements.title': 'Όροι',
    'agreements.text': 'Σε τι συμφωνούν όσοι έχουν λογαριασμό.',
    'privacy.title': 'Προστασία δεδομένων',
    'privacy.text': 'Τι γνωρίζει το Stoa για εσάς, γιατί, και πώς το βλέπετε, το διορθώνετε και το διαγράφετε.',
    'structure.text': 'Βοηθά με: {topics}.',
    'centre.text': 'Κέντρο υποστήριξης: {place}.',
    'school.text': 'Σχολείο: {place}.',
    'notFound.title': 'Η σελίδα δεν βρέθηκε',
  },
  pl: {
    title: '{page} · Stoa',
    'home.title': 'Stoa – wsparcie dla szkół',
    'home.text': 'Kto i w czym pomaga Twojej szkole: placówki wsparcia, ich jednostki, sieci nauczycieli i wydarzenia w jednym miejscu.',
    'find.title': 'Kto i w czym pomaga w pobliżu?',
    'find.text': 'Wybierz temat i miejsce: kto pomaga, jak blisko, w jakich godzinach i jak się skontaktować.',
    'find.topic': 'Kto pomaga w sprawie: {topic}?',
    'centres.title': 'Placówki wsparcia',
    'centres.text': 'Placówki powiatów i regionów, ich jednostki, godziny i kontakty.',
    'schools.title': 'Szkoły',
    'schools.text': 'Szkoły i przedszkola według powiatów i gmin.',
    'library.title': 'Biblioteka',
    'library.text': 'Poradniki, scenariusze zajęć, karty pracy i dobre praktyki dla nauczycieli, według tematu, przedmiotu i poziomu.',
    'networks.title': 'Sieci',
    'networks.text': 'Sieci współpracy i samokształcenia nauczycieli.',
    feed: 'Nowości w bibliotece',
    'about.title': 'O Stoa',
    'about.text': 'Czym jest Stoa i komu służy.',
    'accessibility.title': 'Dostępność',
    'accessibility.text': 'Jak każdy może korzystać ze Stoa i komu zgłosić bariery.',
    'agreements.title': 'Regulamin',
    'agreements.text': 'Na co zgadzają się osoby mające konto.',
    'privacy.title': 'Prywatność',
    'privacy.text': 'Co Stoa o Tobie wie, dlaczego, i jak to zobaczyć, poprawić i usunąć.',
    'structure.text': 'Pomaga w sprawach: {topics}.',
    'centre.text': 'Placówka wsparcia: {place}.',
    'school.text': 'Szkoła: {place}.',
    'notFound.title': 'Nie znaleziono strony',
  },
  ru: {
    title: '{page} · Stoa',
    'home.title': 'Stoa – поддержка школ',
    'home.text': 'Кто и чем помогает вашей школе: центры поддержки, их структуры, сети учителей и события в одном месте.',
    'find.title': 'Кто и чем помогает рядом с вами?',
    'find.text': 'Выберите тему и место: кто помогает, насколько это близко, когда открыто и как связаться.',
    'find.topic': 'Кто помогает по теме «{topic}»?',
    'centres.title': 'Центры поддержки',
    'centres.text': 'Центры районов и регионов, их структуры, часы работы и контакты.',
    'schools.title': 'Школы',
    'schools.text': 'Школы и детские сады по районам и муниципалитетам.',
    'library.title': 'Библиотека',
    'library.text': 'Руководства, сценарии уроков, рабочие листы и лучший опыт для учителей: по теме, предмету и уровню.',
    'networks.title': 'Сети',
    'networks.text': 'Сети сотрудничества и самообразования учителей.',
    feed: 'Новое в библиотеке',
    'about.title': 'О Stoa',
    'about.text': 'Что такое Stoa и для кого она.',
    'accessibility.title': 'Доступность',
    'accessibility.text': 'Как Stoa может пользоваться каждый и кому сообщить о препятствиях.',
    'agreements.title': 'Условия',
    'agreements.text': 'С чем соглашаются люди с учётной записью.',
    'privacy.title': 'Конфиденциальность',
    'privacy.text': 'Что Stoa знает о вас, зачем, и как это увидеть, исправить и удалить.',
    'structure.text': 'Помогает по темам: {topics}.',
    'centre.text': 'Центр поддержки: {place}.',
    'school.text': 'Школа: {place}.',
    'notFound.title': 'Страница не найдена',
  },
};
