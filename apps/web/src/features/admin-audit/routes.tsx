import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'admin/audit', lazy: () => import('./pages/AuditPage.js') }];
