import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'county/:county/appointments', lazy: () => import('./pages/CountyAppointmentsPage.js') },
  { path: 'admin/roles', lazy: () => import('./pages/RolesPage.js') },
];
