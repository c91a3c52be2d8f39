/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Asks the browser for a passkey. @param options JSON of the API @returns JSON for the API; null where none was given */
export async function askForPasskey(options: string): Promise<string | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) }));
  } catch {
    // Whoever closes the browser's question, or has no passkey, says no.
    return null;
  }
}

/** Has the browser make a passkey. @param options JSON of the API @returns JSON for the API; null where none was made */
export async function makePasskey(options: string): Promise<string | null> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }));
  } catch {
    return null;
  }
}
