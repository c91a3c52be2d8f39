import { useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { Outlet, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Providers } from '../Providers.js';
import { isLanguage, preferredLanguage, rememberLanguage, type Language } from './languages.js';
import { loadMessages, loadRefusals } from './load-messages.js';
import { MoreMessages, type Messages } from './MoreMessages.js';

interface Loaded {
  language: Language;
  messages: Messages;
}

const NONE: Messages = {};

/** Loads the messages of the language in the address; an address without one is sent to the preferred language. */
export async function loadLanguage({ params, request }: LoaderFunctionArgs): Promise<Loaded | Response> {
  const language = params['lang'];
  if (!isLanguage(language)) {
    const url = new URL(request.url);
    return redirect(`/${preferredLanguage()}${url.pathname}${url.search}${url.hash}`);
  }
  return { language, messages: await loadMessages(language) };
}

/** Everything below `/:lang`: gives messages, formats and the document's language. */
export function LanguageRoot() {
  const { language, messages } = useLoaderData<Loaded>();
  const refusals = useRefusals(language);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  return (
    <IntlProvider locale={language} messages={messages} onError={reportMissing}>
      <MoreMessages messages={refusals}>
        <Providers>
          <Outlet />
        </Providers>
      </MoreMessages>
    </IntlProvider>
  );
}

/** The words for refusals, once the page stands; those of the language before are given up at once. */
function useRefusals(language: Language): Messages {
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages } | null>(null);
  useEffect(() => {
    let isGone = false;
    // Without them a form shows the code of a refusal, and the next page tries again.
    loadRefusals(language)
      .then((messages) => !isGone && setLoaded({ language, messages }))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [language]);
  return loaded?.language === language ? loaded.messages : NONE;
}

/** A missing message is a fault of the build (`messages:check` finds it); the page shows the id and lives on. */
function reportMissing(error: Error): void {
  console.error(error.message);
}
