import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'networks/:network/report', lazy: () => import('./pages/NetworkReportsPage.js') },
  { path: 'networks/:network/report/:year', lazy: () => import('./pages/ReportPage.js') },
  { path: 'approvals', lazy: () => import('./pages/ApprovalsPage.js') },
];
