import type { LucideIcon } from 'lucide-react';
import type { Viewer } from '../viewer/viewer-query.js';

export interface Creatable {
  key: string;
  label: string;
  /** Path without the language. */
  path: string;
  icon: LucideIcon;
}

/** What a viewer may create, by the appointments they hold. */
export function useCreatable(_viewer: Viewer | null): readonly Creatable[] {
  return [];
}
