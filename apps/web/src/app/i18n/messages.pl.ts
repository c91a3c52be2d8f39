import type { Messages } from './MoreMessages.js';

const parts = import.meta.glob<Messages>(['../messages/pl.json', '../../ui/messages/pl.json'], { eager: true, import: 'default' });

/** The words of one language that every page needs, merged into one chunk that only its readers load. */
export const messages: Messages = Object.assign({}, ...Object.values(parts));

/** Where the words of each feature, and those for refusals, come from. */
export const more = import.meta.glob<Messages>(['../../features/*/messages/pl.json', '../api/messages/pl.json'], { import: 'default' });
