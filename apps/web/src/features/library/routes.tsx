import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'library/new', lazy: () => import('./pages/NewResourcePage.js') },
  { path: 'library/mine', lazy: () => import('./pages/OwnResourcesPage.js') },
  { path: 'library/:resource', lazy: () => import('./pages/ResourcePage.js') },
  { path: 'library/:resource/edit', lazy: () => import('./pages/EditResourcePage.js') },
];
