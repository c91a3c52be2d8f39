import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'admin/sources', lazy: () => import('./pages/SourcesPage.js') },
  { path: 'admin/sources/new', lazy: () => import('./pages/NewSourcePage.js') },
  { path: 'admin/sources/:source', lazy: () => import('./pages/SourcePage.js') },
  { path: 'about/embed', lazy: () => import('./pages/EmbedPage.js') },
];
