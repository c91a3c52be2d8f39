import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { createClient } from './api/client.js';
import { useQuestion } from './api/use-question.js';
import { localised, useLanguage } from './i18n/index.js';
import { ThemeSync } from './preferences/theme.js';
import { ShellViewerQuery } from './viewer/viewer-query.js';
import { ViewerProvider } from './viewer/ViewerProvider.js';

const ConsentDialog = lazy(() => import('./consents/ConsentDialog.js'));
const ProofDialog = lazy(() => import('./proof/ProofDialog.js'));

/** Client, viewer and theme below the language. Names come in the reader's language, so a change of language reads again. */
export function Providers({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const location = useLocation();
  const latest = useRef({ language, navigate, location });
  latest.current = { language, navigate, location };
  const proof = useQuestion();
  const consent = useQuestion();
  const [client] = useState(() => {
    const created = createClient({
      language: () => latest.current.language,
      prove: proof.ask,
      agree: consent.ask,
      onSignedOut: () => {
        const { language: now, navigate: go, location: at } = latest.current;
        const signIn = localised(now, '/sign-in');
        created.writeQuery({ query: ShellViewerQuery, data: { viewer: null } });
        if (at.pathname !== signIn) void go(`${signIn}?return=${encodeURIComponent(at.pathname + at.search + at.hash)}`, { replace: true });
      },
    });
    return created;
  });
  const readIn = useRef(language);
  useEffect(() => {
    if (readIn.current === language) return;
    readIn.current = language;
    // A page that goes away meanwhile takes its question with it; those that stay show what went wrong themselves.
    client.resetStore().catch(() => undefined);
  }, [client, language]);
  return (
    <ApolloProvider client={client}>
      <ViewerProvider>
        <ThemeSync />
        {children}
        <Suspense fallback={null}>
          {proof.answer && <ProofDialog onClose={proof.answer} />}
          {consent.answer && <ConsentDialog onClose={consent.answer} />}
        </Suspense>
      </ViewerProvider>
    </ApolloProvider>
  );
}
