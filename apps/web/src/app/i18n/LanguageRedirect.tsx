import { Navigate, useLocation } from 'react-router';
import { preferredLanguage } from './languages.js';

/** Sends `/` and other addresses without a language to the reader's language. */
export function LanguageRedirect() {
  const { pathname, search, hash } = useLocation();
  return <Navigate replace to={{ pathname: `/${preferredLanguage()}${pathname === '/' ? '' : pathname}`, search, hash }} />;
}
