import type { LoaderFunctionArgs } from 'react-router';
import { learnHashes } from '../api/operation-hashes.js';
import { isLanguage, loadFeatureMessages, type Messages } from '../i18n/index.js';

const hashes = import.meta.glob<Readonly<Record<string, string>>>(['../../gql/hashes/*.ts', '!../../gql/hashes/app.ts'], {
  import: 'hashes',
});

/** Loads what the pages of a feature have in common beside their code: their words in the language of the address, and how the API knows their operations. */
export function featureLoader(feature: string): (args: LoaderFunctionArgs) => Promise<Messages> {
  return async ({ params: { lang } }) => {
    const [messages, learnt] = await Promise.all([
      isLanguage(lang) ? loadFeatureMessages(lang, feature) : {},
      hashes[`../../gql/hashes/${feature}.ts`]?.(),
    ]);
    if (learnt) learnHashes(learnt);
    return messages;
  };
}
