import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'me/privacy', lazy: () => import('./pages/OwnDataPage.js') }];
