import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'sign-in', lazy: () => import('./pages/SignInPage.js') },
  { path: 'sign-in/provider', lazy: () => import('./pages/ProviderPage.js') },
  { path: 'sign-up', lazy: () => import('./pages/SignUpPage.js') },
  { path: 'confirm/:token', lazy: () => import('./pages/ConfirmPage.js') },
  { path: 'join/:token', lazy: () => import('./pages/JoinPage.js') },
  { path: 'reset', lazy: () => import('./pages/ResetPage.js') },
  { path: 'reset/:token', lazy: () => import('./pages/NewPasswordPage.js') },
  { path: 'email/:token', lazy: () => import('./pages/EmailConfirmPage.js') },
  { path: 'email/undo/:token', lazy: () => import('./pages/EmailUndoPage.js') },
  { path: 'me/preferences', lazy: () => import('./pages/PreferencesPage.js') },
  { path: 'me/security', lazy: () => import('./pages/SecurityPage.js') },
  { path: 'people/:handle', lazy: () => import('./pages/PersonPage.js') },
];
