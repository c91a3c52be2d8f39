import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'about', lazy: () => import('./pages/AboutPage.js') },
  { path: 'accessibility', lazy: () => import('./pages/AccessibilityPage.js') },
  { path: 'agreements', lazy: () => import('./pages/AgreementsPage.js') },
  { path: 'privacy', lazy: () => import('./pages/PrivacyPage.js') },
];
