import { Waypoints, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { Viewer } from '../viewer/viewer-query.js';

export interface Creatable {
  key: string;
  label: string;
  /** Path without the language. */
  path: string;
  icon: LucideIcon;
}

/** Roles whose holders found networks; the page asks the API once more. */
const founders: ReadonlySet<string> = new Set(['CC', 'RC', 'AD']);

/** What a viewer may create, by the appointments they hold. */
export function useCreatable(viewer: Viewer | null): readonly Creatable[] {
  const { formatMessage } = useIntl();
  if (!viewer?.appointments.some(({ role }) => founders.has(role))) return [];
  return [{ key: 'network', label: formatMessage({ id: 'networks.new' }), path: '/networks/new', icon: Waypoints }];
}
