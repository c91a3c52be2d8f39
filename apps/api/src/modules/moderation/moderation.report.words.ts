import type { Language } from '@stoa/domain';

/** Words of the moderation section. */
export const moderationReportWords: Record<Language, Record<string, string>> = {
  en: {
    title: 'Moderation',
    sentence: 'Members sent [[FLAGS]]. The coordinators made [[DECISIONS]], of which [[HIDDEN]] took something out of view.',
    'phrase.FLAGS': '{n, plural, one {# report} other {# reports}}',
    'phrase.DECISIONS': '{n, plural, one {# decision} other {# decisions}}',
    'phrase.HIDDEN': '{n, plural, one {#} other {#}}',
    'label.FLAGS': 'Reports by members',
    'label.DECISIONS': 'Decisions of moderators',
    'label.HIDDEN': 'Hidden or removed',
  },
  el: {
    title: 'Συντονισμός συζητήσεων',
    sentence: 'Τα μέλη έστειλαν [[FLAGS]]. Οι συντονιστές πήραν [[DECISIONS]]· με [[HIDDEN]] κάτι αποσύρθηκε από την προβολή.',
    'phrase.FLAGS': '{n, plural, one {# αναφορά} other {# αναφορές}}',
    'phrase.DECISIONS': '{n, plural, one {# απόφαση} other {# αποφάσεις}}',
    'phrase.HIDDEN': '{n, plural, one {# από αυτές} other {# από αυτές}}',
    'label.FLAGS': 'Αναφορές μελών',
    'label.DECISIONS': 'Αποφάσεις συντονιστών',
    'label.HIDDEN': 'Αποκρύψεις και διαγραφές',
  },
  pl: {
    title: 'Moderacja',
    sentence: 'Członkowie przesłali [[FLAGS]]. Koordynatorzy wydali [[DECISIONS]], w tym [[HIDDEN]] o ukryciu lub usunięciu treści.',
    'phrase.FLAGS': '{n, plural, one {# zgłoszenie} few {# zgłoszenia} many {# zgłoszeń} other {# zgłoszenia}}',
    'phrase.DECISIONS': '{n, plural, one {# decyzję} few {# decyzje} many {# decyzji} other {# decyzji}}',
    'phrase.HIDDEN': '{n, plural, one {#} few {#} many {#} other {#}}',
    'label.FLAGS': 'Zgłoszenia członków',
    'label.DECISIONS': 'Decyzje moderatorów',
    'label.HIDDEN': 'Ukryte lub usunięte',
  },
  ru: {
    title: 'Модерация',
    sentence: 'Участники прислали [[FLAGS]]. Координаторы приняли [[DECISIONS]], из них [[HIDDEN]] о скрытии или удалении.',
    'phrase.FLAGS': '{n, plural, one {# жалобу} few {# жалобы} many {# жалоб} other {# жалобы}}',
    'phrase.DECISIONS': '{n, plural, one {# решение} few {# решения} many {# решений} other {# решения}}',
    'phrase.HIDDEN': '{n, plural, one {#} few {#} many {#} other {#}}',
    'label.FLAGS': 'Жалобы участников',
    'label.DECISIONS': 'Решения модераторов',
    'label.HIDDEN': 'Скрыто или удалено',
  },
};
