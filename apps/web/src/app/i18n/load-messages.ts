import type { Language } from './languages.js';
import type { Messages } from './MoreMessages.js';

interface OfLanguage {
  messages: Messages;
  more: Readonly<Record<string, () => Promise<Messages>>>;
}

const languages: Readonly<Record<Language, () => Promise<OfLanguage>>> = {
  en: () => import('./messages.en.js'),
  el: () => import('./messages.el.js'),
  pl: () => import('./messages.pl.js'),
  ru: () => import('./messages.ru.js'),
};

/** The words that every page needs at once. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await languages[language]()).messages;
}

/** The words of a feature's pages; none where it has no words of its own. */
export async function loadFeatureMessages(language: Language, feature: string): Promise<Messages> {
  const { more } = await languages[language]();
  return (await more[`../../features/${feature}/messages/${language}.json`]?.()) ?? {};
}

/** Words for what the API refuses, which nobody sees before they have done something. */
export async function loadRefusals(language: Language): Promise<Messages> {
  const { more } = await languages[language]();
  return (await more[`../api/messages/${language}.json`]?.()) ?? {};
}
