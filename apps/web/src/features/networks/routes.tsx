import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'networks', lazy: () => import('./pages/NetworksPage.js') },
  { path: 'networks/new', lazy: () => import('./pages/NewNetworkPage.js') },
  { path: 'networks/:network', lazy: () => import('./pages/NetworkPage.js') },
  { path: 'networks/:network/members', lazy: () => import('./pages/NetworkMembersPage.js') },
  { path: 'networks/:network/settings', lazy: () => import('./pages/NetworkSettingsPage.js') },
];
