import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'networks/:network/discussions', lazy: () => import('./pages/DiscussionsPage.js') },
  { path: 'networks/:network/discussions/new', lazy: () => import('./pages/NewThreadPage.js') },
  { path: 'networks/:network/discussions/categories', lazy: () => import('./pages/CategoriesPage.js') },
  { path: 'networks/:network/discussions/:thread', lazy: () => import('./pages/ThreadPage.js') },
  { path: 'me/saved', lazy: () => import('./pages/SavedPostsPage.js') },
  { path: 'review', lazy: () => import('./pages/ReviewPage.js') },
];
