import { House, Landmark, LifeBuoy, School, Waypoints, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { Viewer } from '../viewer/viewer-query.js';

export interface NavigationItem {
  key: string;
  label: string;
  /** Path without the language. */
  path: string;
  icon: LucideIcon;
  /** How many wait there; `waits` marks it in saffron. */
  count?: number;
  waits?: boolean;
}

export interface NavigationGroup {
  key: string;
  /** Null for the first group, which needs no heading. */
  label: string | null;
  items: readonly NavigationItem[];
}

/** The rail of a viewer: what everybody has, then a group for each role. Null viewer: what visitors have. */
export function useNavigation(viewer: Viewer | null): readonly NavigationGroup[] {
  const { formatMessage } = useIntl();
  const find = { key: 'find', label: formatMessage({ id: 'app.nav.find' }), path: '/find', icon: LifeBuoy };
  const networks = { key: 'networks', label: formatMessage({ id: 'app.nav.networks' }), path: '/networks', icon: Waypoints };
  const centres = { key: 'centres', label: formatMessage({ id: 'app.nav.centres' }), path: '/centres', icon: Landmark };
  const schools = { key: 'schools', label: formatMessage({ id: 'app.nav.schools' }), path: '/schools', icon: School };
  if (!viewer) return [{ key: 'public', label: null, items: [find, networks, centres, schools] }];
  const home = { key: 'home', label: formatMessage({ id: 'app.nav.home' }), path: '/home', icon: House };
  return [{ key: 'all', label: null, items: [home, networks, find, centres, schools] }];
}
