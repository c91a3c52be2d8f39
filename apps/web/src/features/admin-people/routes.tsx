import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'admin/people', lazy: () => import('./pages/AdminPeoplePage.js') },
  { path: 'admin/people/doubles', lazy: () => import('./pages/DoublesPage.js') },
  { path: 'admin/people/merge', lazy: () => import('./pages/MergePage.js') },
  { path: 'admin/mail', lazy: () => import('./pages/AdminMailPage.js') },
];
