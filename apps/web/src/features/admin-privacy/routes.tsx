import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'admin/consents', lazy: () => import('./pages/ConsentsPage.js') },
  { path: 'admin/retention', lazy: () => import('./pages/RetentionPage.js') },
  { path: 'admin/corrections', lazy: () => import('./pages/CorrectionsPage.js') },
];
