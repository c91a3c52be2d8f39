import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'search', lazy: () => import('./pages/SearchPage.js') }];
