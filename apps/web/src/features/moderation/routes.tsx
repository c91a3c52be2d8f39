import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'me/decisions', lazy: () => import('./pages/OwnDecisionsPage.js') },
  { path: 'review/appeals', lazy: () => import('./pages/AppealsPage.js') },
  { path: 'networks/:network/decisions', lazy: () => import('./pages/DecisionLogPage.js') },
  { path: 'networks/:network/decisions/reasons', lazy: () => import('./pages/ReasonsPage.js') },
];
