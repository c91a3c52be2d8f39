import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'library', lazy: () => import('./pages/LibraryPage.js') },
  { path: 'library/searches', lazy: () => import('./pages/SavedSearchesPage.js') },
  { path: 'library/searches/stop/:token', lazy: () => import('./pages/StopSearchMailPage.js') },
];
