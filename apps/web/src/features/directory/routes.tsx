import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'find', lazy: () => import('./pages/FindPage.js') },
  { path: 'centres', lazy: () => import('./pages/CentresPage.js') },
  { path: 'centres/:centre', lazy: () => import('./pages/CentrePage.js') },
  { path: 'centres/:centre/edit', lazy: () => import('./pages/EditCentrePage.js') },
  { path: 'structures/:structure', lazy: () => import('./pages/StructurePage.js') },
  { path: 'structures/:structure/edit', lazy: () => import('./pages/EditStructurePage.js') },
  { path: 'schools', lazy: () => import('./pages/SchoolsPage.js') },
  { path: 'schools/:school', lazy: () => import('./pages/SchoolPage.js') },
  { path: 'schools/:school/edit', lazy: () => import('./pages/EditSchoolPage.js') },
  { path: 'admin/import', lazy: () => import('./pages/ImportsPage.js') },
  { path: 'admin/import/:run', lazy: () => import('./pages/ImportRunPage.js') },
  { path: 'admin/places', lazy: () => import('./pages/PlacesPage.js') },
];
