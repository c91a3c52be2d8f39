import { countyScope, everythingScope, registerScope, regionScope } from './modules/appointments/index.js';
import { networkScope } from './modules/networks/index.js';

/** Tells modules to the left what modules to the right know: scopes of appointments, kinds of invitation. Part of the composition root. */
export function registerAdapters(): void {
  for (const scope of [everythingScope, regionScope, countyScope, networkScope]) registerScope(scope);
}
