import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'inbox', lazy: () => import('./pages/InboxPage.js') },
  { path: 'me/notices', lazy: () => import('./pages/NoticeSettingsPage.js') },
  { path: 'unsubscribe/:token', lazy: () => import('./pages/UnsubscribePage.js') },
];
