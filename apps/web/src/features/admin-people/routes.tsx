import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'admin/people', lazy: () => import('./pages/AdminPeoplePage.js') },
  { path: 'admin/mail', lazy: () => import('./pages/AdminMailPage.js') },
];
