/** Somebody as the provider knows them, by user name. */
export interface ProviderPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
  /** How they sign in there; `pwd` alone where nothing is said. */
  amr?: string[];
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

export function startIdentityProvider(options: {
  /** Where the program takes people back. */
  redirectUri: string;
  people: Readonly<Record<string, ProviderPerson>>;
}): Promise<IdentityProvider>;
