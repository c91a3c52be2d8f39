import type { Messages, Translate } from '../../../platform/i18n/translate.js';
import type { Purpose } from '../classification.js';
import type { RetentionDays } from '../retention/rules.js';
import { el } from './el.js';
import { en } from './en.js';
import { pl } from './pl.js';
import { ru } from './ru.js';

export type PrivacyMessage = keyof typeof en;
export const privacyWords: Messages<PrivacyMessage> = { en, el, pl, ru };

/** Whose days the words of a purpose name; all others are kept without days. */
const DAYS: Readonly<Partial<Record<Purpose, keyof RetentionDays>>> = {
  sessions: 'sessions',
  links: 'links',
  files: 'importFiles',
  exports: 'exports',
  imports: 'importFiles',
  drafts: 'drafts',
  notices: 'notices',
  safety: 'repeatedRequests',
};

/** What people read of a purpose: what is held, why, and for how long as it is in force. */
export function purposeWords(
  say: Translate<PrivacyMessage>,
  purpose: Purpose,
  days: RetentionDays,
): { title: string; why: string; howLong: string } {
  const named = purpose as Exclude<Purpose, 'registers' | 'system'>;
  const kind = DAYS[purpose];
  return {
    title: say(`${named}.title`),
    why: say(`${named}.why`),
    howLong: say(`${named}.howLong`, kind ? { days: days[kind] } : {}),
  };
}
