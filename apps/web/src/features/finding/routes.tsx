import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'library', lazy: () => import('./pages/LibraryPage.js') }];
