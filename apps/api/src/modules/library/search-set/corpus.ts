import type { Language } from '@stoa/domain';
import { THEMES_EL } from './themes-el.js';
import { THEMES_EN } from './themes-en.js';
import { THEMES_PL } from './themes-pl.js';
import { THEMES_RU } from './themes-ru.js';

/** A resource of the search test set. `theme` is its number, from 1 on; null for one that only mentions themes. */
export interface SetResource {
  lang: Language;
  theme: number | null;
  title: string;
  summary: string;
}

const THEMES: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: THEMES_EN,
  el: THEMES_EL,
  pl: THEMES_PL,
  ru: THEMES_RU,
};

/** What near misses are: a form, and things of lessons that no theme is about. */
const FORMS: Readonly<Record<Language, { forms: readonly string[]; things: readonly string[]; goesWith: string }>> = {
  en: {
    forms: ['Worksheet on', 'Presentation about', 'Recording of a talk about', 'Quiz on'],
    things:
      'volcanoes|the Roman army|prepositions|magnets|Chopin|the digestive system|percentages|clouds|medieval towns|adjectives|acids|maps|still life|rivers|the heart|angles|commas|planets|Vikings|taxes|bridges|choirs|dinosaurs|verbs|electricity|windmills'.split(
        '|',
      ),
    goesWith: 'Teachers and pupils use it at school together with:',
  },
  el: {
    forms: ['Φύλλο εργασίας για', 'Παρουσίαση για', 'Ηχογραφημένη ομιλία για', 'Κουίζ για'],
    things:
      'τα ηφαίστεια|τον ρωμαϊκό στρατό|τις προθέσεις|τους μαγνήτες|τον Σοπέν|το πεπτικό σύστημα|τα ποσοστά|τα σύννεφα|τις μεσαιωνικές πόλεις|τα επίθετα|τα οξέα|τους χάρτες|τη νεκρή φύση|τα ποτάμια|την καρδιά|τις γωνίες|τα κόμματα|τους πλανήτες|τους Βίκινγκς|τους φόρους|τις γέφυρες|τις χορωδίες|τους δεινοσαύρους|τα ρήματα|τον ηλεκτρισμό|τους ανεμόμυλους'.split(
        '|',
      ),
    goesWith: 'Εκπαιδευτικοί και μαθητές το χρησιμοποιούν στο σχολείο μαζί με:',
  },
  pl: {
    forms: ['Karta pracy:', 'Prezentacja:', 'Nagranie wykładu:', 'Quiz:'],
    things:
      'wulkany|armia rzymska|przyimki|magnesy|Chopin|układ pokarmowy|procenty|chmury|miasta średniowieczne|przymiotniki|kwasy|mapy|martwa natura|rzeki|serce|kąty|przecinki|planety|wikingowie|podatki|mosty|chóry|dinozaury|czasowniki|elektryczność|wiatraki'.split(
        '|',
      ),
    goesWith: 'Nauczyciele i uczniowie korzystają z tego w szkole razem z:',
  },
  ru: {
    forms: ['Рабочий лист:', 'Презентация:', 'Запись лекции:', 'Тест:'],
    things:
      'вулканы|римская армия|предлоги|магниты|Шопен|пищеварительная система|проценты|облака|средневековые города|прилагательные|кислоты|карты|натюрморт|реки|сердце|углы|запятые|планеты|викинги|налоги|мосты|хоры|динозавры|глаголы|электричество|мельницы'.split(
        '|',
      ),
    goesWith: 'Учителя и ученики пользуются этим в школе вместе с:',
  },
};

/** So many themes each near miss mentions, and so far apart they are. */
const MENTIONED = 4;
const STEP = 13;

/**
 * The resources of the search test set: of each language one on each theme, and twice as many near misses that mention the titles of four
 * themes each, so that every theme has eight rivals in its language that hold all words of its title.
 */
export const SEARCH_SET: readonly SetResource[] = (Object.keys(THEMES) as Language[]).flatMap((lang) => {
  const themes = THEMES[lang];
  const { forms, things, goesWith } = FORMS[lang];
  const onThemes = themes.map(([title, summary], index): SetResource => ({ lang, theme: index + 1, title, summary }));
  const nearMisses = forms.flatMap((form, row) =>
    things.map((thing, column): SetResource => {
      const first = row * things.length + column;
      const mentioned = Array.from({ length: MENTIONED }, (_, index) => themes[(first + index * STEP) % themes.length]?.[0] ?? '');
      return { lang, theme: null, title: `${form} ${thing}`, summary: `${goesWith} ${mentioned.join('; ')}.` };
    }),
  );
  return [...onThemes, ...nearMisses];
});
