import type { Messages } from '../../../platform/i18n/translate.js';
import { el } from './el.js';
import { en } from './en.js';
import { pl } from './pl.js';
import { ru } from './ru.js';

export type NoticeMessage = keyof typeof en;
export const noticeWords: Messages<NoticeMessage> = { en, el, pl, ru };
