import { useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { Outlet, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Providers } from '../Providers.js';
import { isLanguage, preferredLanguage, rememberLanguage, type Language } from './languages.js';

const loaders: Readonly<Record<Language, () => Promise<{ messages: Record<string, string> }>>> = {
  en: () => import('./messages.en.js'),
  el: () => import('./messages.el.js'),
  pl: () => import('./messages.pl.js'),
  ru: () => import('./messages.ru.js'),
};

interface Loaded {
  language: Language;
  messages: Record<string, string>;
}

/** Loads the messages of the language in the address; an address without one is sent to the preferred language. */
export async function loadLanguage({ params, request }: LoaderFunctionArgs): Promise<Loaded | Response> {
  const language = params['lang'];
  if (!isLanguage(language)) {
    const url = new URL(request.url);
    return redirect(`/${preferredLanguage()}${url.pathname}${url.search}${url.hash}`);
  }
  const { messages } = await loaders[language]();
  return { language, messages };
}

/** Everything below `/:lang`: gives messages, formats and the document's language. */
export function LanguageRoot() {
  const { language, messages } = useLoaderData<Loaded>();
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  return (
    <IntlProvider locale={language} messages={messages} onError={reportMissing}>
      <Providers>
        <Outlet />
      </Providers>
    </IntlProvider>
  );
}

/** A missing message is a fault of the build (`messages:check` finds it); the page shows the id and lives on. */
function reportMissing(error: Error): void {
  console.error(error.message);
}
