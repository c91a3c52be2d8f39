import { BookOpen, Landmark, LifeBuoy, School, Waypoints, type LucideIcon } from 'lucide-react';
import type { IntlShape } from 'react-intl';

export interface NavigationItem {
  key: string;
  label: string;
  /** Path without the language. */
  path: string;
  icon: LucideIcon;
  /** Its address begins those of other items: it is the current one only where the address ends there. */
  end?: boolean;
  /** How many wait there; `waits` marks it in saffron. */
  count?: number;
  waits?: boolean;
}

/** What everybody finds in the navigation. */
export function publicItems(formatMessage: IntlShape['formatMessage']) {
  return {
    find: { key: 'find', label: formatMessage({ id: 'app.nav.find' }), path: '/find', icon: LifeBuoy },
    library: { key: 'library', label: formatMessage({ id: 'app.nav.library' }), path: '/library', icon: BookOpen },
    networks: { key: 'networks', label: formatMessage({ id: 'app.nav.networks' }), path: '/networks', icon: Waypoints },
    centres: { key: 'centres', label: formatMessage({ id: 'app.nav.centres' }), path: '/centres', icon: Landmark },
    schools: { key: 'schools', label: formatMessage({ id: 'app.nav.schools' }), path: '/schools', icon: School },
  } satisfies Record<string, NavigationItem>;
}
