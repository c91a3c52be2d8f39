import type { Messages } from '../../../platform/i18n/translate.js';
import { el } from './el.js';
import { en } from './en.js';
import { pl } from './pl.js';
import { ru } from './ru.js';

export type PrivacyMessage = keyof typeof en;
export const privacyWords: Messages<PrivacyMessage> = { en, el, pl, ru };
