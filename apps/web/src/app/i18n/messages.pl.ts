const parts = import.meta.glob<Record<string, string>>(
  ['../messages/pl.json', '../../ui/messages/pl.json', '../../features/*/messages/pl.json'],
  { eager: true, import: 'default' },
);

/** All messages of one language, merged into one chunk that only its readers load. */
export const messages: Record<string, string> = Object.assign({}, ...Object.values(parts));
