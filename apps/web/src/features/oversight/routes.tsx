import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'home', lazy: () => import('./pages/HomePage.js') },
  { path: 'county/:county', lazy: () => import('./pages/CountyPage.js') },
  { path: 'county/:county/networks', lazy: () => import('./pages/CountyNetworksPage.js') },
  { path: 'region/:region', lazy: () => import('./pages/RegionPage.js') },
];
