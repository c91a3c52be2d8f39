import { useSyncExternalStore } from 'react';

/** As the style sheets have it for phones. */
const query = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 640px)');

/** Whether the window is as narrow as a phone's, where what does not fit goes into a menu. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
}
