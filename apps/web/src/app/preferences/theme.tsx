import { useEffect } from 'react';
import { useViewer } from '../viewer/ViewerProvider.js';

export type Theme = 'system' | 'light' | 'dark';

const key = 'stoa.theme';

/** The theme chosen on this device. */
export function currentTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme at once and keeps it for the next visit; `public/theme.js` applies it before the first paint. */
export function applyTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Shown for this visit only.
  }
}

/** Follows the system while the theme is "system", and the signed-in person's choice on every device. */
export function ThemeSync() {
  const theme = useViewer().viewer?.theme;
  useEffect(() => {
    // "system" is also what nobody chose: then the choice made on this device stands.
    if (theme === 'light' || theme === 'dark') applyTheme(theme);
  }, [theme]);
  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => applyTheme(currentTheme());
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return null;
}
