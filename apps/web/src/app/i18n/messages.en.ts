const parts = import.meta.glob<Record<string, string>>(
  ['../messages/en.json', '../../ui/messages/en.json', '../../features/*/messages/en.json'],
  { eager: true, import: 'default' },
);

/** All messages of one language, merged into one chunk that only its readers load. */
export const messages: Record<string, string> = Object.assign({}, ...Object.values(parts));
