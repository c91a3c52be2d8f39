import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'paths', lazy: () => import('./pages/PathsPage.js') },
  { path: 'paths/new', lazy: () => import('./pages/NewPathPage.js') },
  { path: 'paths/:path', lazy: () => import('./pages/PathPage.js') },
  { path: 'paths/:path/edit', lazy: () => import('./pages/EditPathPage.js') },
  { path: 'paths/:path/:step', lazy: () => import('./pages/StepPage.js') },
  { path: 'collections', lazy: () => import('./pages/CollectionsPage.js') },
  { path: 'collections/:collection', lazy: () => import('./pages/CollectionPage.js') },
  { path: 'me/portfolio', lazy: () => import('./pages/PortfolioPage.js') },
  { path: 'portfolio/:token', lazy: () => import('./pages/SharedPortfolioPage.js') },
  { path: 'verify', lazy: () => import('./pages/VerifyPage.js') },
  { path: 'verify/:code', lazy: () => import('./pages/VerifyPage.js') },
];
