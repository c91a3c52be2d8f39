import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'search', lazy: () => import('./pages/SearchPage.js') },
  { path: 'search/discussions', lazy: () => import('./pages/DiscussionSearchPage.js') },
];
