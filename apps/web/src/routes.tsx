import type { RouteObject, ShouldRevalidateFunction } from 'react-router';
import { FeatureRoot } from './app/feature/FeatureRoot.js';
import { featureLoader } from './app/feature/load-feature.js';
import { LanguageRedirect } from './app/i18n/LanguageRedirect.js';
import { LanguageRoot, loadLanguage } from './app/i18n/LanguageRoot.js';
import { RouteFault } from './app/RouteFault.js';
import { Shell } from './app/shell/Shell.js';
import { NotFoundPage } from './app/NotFoundPage.js';
import { StartRedirect } from './app/StartRedirect.js';

/** Each feature lists its own pages in `features/<module>/routes.tsx`; pages are loaded when they are first visited. */
const features = import.meta.glob<{ routes: RouteObject[] }>('./features/*/routes.tsx', { eager: true });

const inAnotherLanguage: ShouldRevalidateFunction = ({ currentParams, nextParams }) => currentParams['lang'] !== nextParams['lang'];

/** A feature's pages, with what they have in common around them. */
function featureRoute(file: string, { routes }: { routes: RouteObject[] }): RouteObject {
  const feature = file.split('/').at(-2) ?? '';
  return { id: feature, loader: featureLoader(feature), shouldRevalidate: inAnotherLanguage, Component: FeatureRoot, children: routes };
}

export const routes: RouteObject[] = [
  {
    path: '/:lang',
    loader: loadLanguage,
    shouldRevalidate: inAnotherLanguage,
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
              ...Object.entries(features).map(([file, feature]) => featureRoute(file, feature)),
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
  { path: '*', Component: LanguageRedirect },
];
