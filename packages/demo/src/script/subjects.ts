import { englishManners } from '../phrases/english-manners.js';
import { erasmus, principals } from '../phrases/english-northshore.js';
import { ict, inclusive, libraries, safenet, violence } from '../phrases/english-southbay.js';
import { environment, experiment, greekManners } from '../phrases/greek.js';
import type { Manners, Subject } from '../phrases/phrases.js';
import { early, polishManners, psychologists } from '../phrases/polish.js';
import { classTeachers, russianManners } from '../phrases/russian.js';
import type { Lang } from '../texts.js';

/** What the members of each network talk about. */
export const subjects: Readonly<Record<string, Subject>> = {
  ict,
  inclusive,
  violence,
  safenet,
  libraries,
  experiment,
  environment,
  psychologists,
  early,
  class: classTeachers,
  principals,
  erasmus,
};

/** How they talk. */
export const manners: Readonly<Record<Lang, Manners>> = { en: englishManners, el: greekManners, pl: polishManners, ru: russianManners };
