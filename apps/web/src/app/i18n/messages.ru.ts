const parts = import.meta.glob<Record<string, string>>(
  ['../messages/ru.json', '../../ui/messages/ru.json', '../../features/*/messages/ru.json'],
  { eager: true, import: 'default' },
);

/** All messages of one language, merged into one chunk that only its readers load. */
export const messages: Record<string, string> = Object.assign({}, ...Object.values(parts));
