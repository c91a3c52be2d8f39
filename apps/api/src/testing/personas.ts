import type { Viewer } from '../platform/authorize.js';
import type { Me } from '../platform/context.js';
import type { Services } from '../platform/services.js';
import { openSession } from '../modules/accounts/index.js';
import { loadViewer } from '../viewer.js';

/** A person's rights as a request would find them: through a session and the viewer's statement. */
export async function personaOf(services: Services, personId: string): Promise<Viewer> {
  const token = await openSession(services.db, personId, 'test');
  return (await loadViewer(services, token)).viewer;
}

/** The signed-in person of a request that no session stands behind; what such a request does, it has proved. */
export function testMe(personId: string): Me {
  return { personId, sessionId: personId, lang: 'en', provedRecently: true, rightsWithheld: false, mustAgree: false };
}
