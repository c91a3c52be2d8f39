import type { RouteObject } from 'react-router';
import { LanguageRedirect } from './app/i18n/LanguageRedirect.js';
import { LanguageRoot, loadLanguage } from './app/i18n/LanguageRoot.js';
import { RouteFault } from './app/RouteFault.js';
import { Shell } from './app/shell/Shell.js';
import { NotFoundPage } from './app/NotFoundPage.js';
import { StartRedirect } from './app/StartRedirect.js';

/** Each feature lists its own pages in `features/<module>/routes.tsx`; pages are loaded when they are first visited. */
const features = import.meta.glob<{ routes: RouteObject[] }>('./features/*/routes.tsx', { eager: true });

export const routes: RouteObject[] = [
  {
    path: '/:lang',
    loader: loadLanguage,
    shouldRevalidate: ({ currentParams, nextParams }) => currentParams['lang'] !== nextParams['lang'],
    Component: LanguageRoot,
    ErrorBoundary: RouteFault,
    HydrateFallback: () => null,
    children: [
      {
        Component: Shell,
        children: [
          {
            // A fault of a page leaves the shell standing.
            ErrorBoundary: RouteFault,
            children: [
              { index: true, Component: StartRedirect },
              ...Object.values(features).flatMap((feature) => feature.routes),
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
  { path: '*', Component: LanguageRedirect },
];
