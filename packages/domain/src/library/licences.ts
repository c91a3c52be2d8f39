/** Licences of resources: those of Creative Commons version 4.0 by their usual short names, and what else is met. */
export const LICENCES = [
  'CC0',
  'CC_BY',
  'CC_BY_SA',
  'CC_BY_NC',
  'CC_BY_ND',
  'CC_BY_NC_SA',
  'CC_BY_NC_ND',
  'PUBLIC_DOMAIN',
  'PERMISSION',
  'ALL_RIGHTS_RESERVED',
  'OTHER',
] as const;
export type Licence = (typeof LICENCES)[number];

/** What a licence lets people do without asking. */
export interface LicenceTerms {
  /** Address of its text; null where it has none. */
  url: string | null;
  /** Whether copies may be passed on. */
  share: boolean;
  /** Whether changed copies may be passed on. */
  change: boolean;
  /** Whether it may earn money. */
  sell: boolean;
  /** Whether the author must be named. */
  name: boolean;
  /** Whether changed copies keep the licence. */
  alike: boolean;
}

const cc = (code: string, terms: Partial<LicenceTerms> = {}): LicenceTerms => ({
  url: `https://creativecommons.org/licenses/${code}/4.0/`,
  share: true,
  change: true,
  sell: true,
  name: true,
  alike: false,
  ...terms,
});
const asked: LicenceTerms = { url: null, share: false, change: false, sell: false, name: true, alike: false };

/** Terms of each licence. Source: the deeds of the licences, published by Creative Commons. */
export const LICENCE_TERMS: Readonly<Record<Licence, LicenceTerms>> = {
  CC0: cc('', { url: 'https://creativecommons.org/publicdomain/zero/1.0/', name: false }),
  CC_BY: cc('by'),
  CC_BY_SA: cc('by-sa', { alike: true }),
  CC_BY_NC: cc('by-nc', { sell: false }),
  CC_BY_ND: cc('by-nd', { change: false }),
  CC_BY_NC_SA: cc('by-nc-sa', { sell: false, alike: true }),
  CC_BY_NC_ND: cc('by-nc-nd', { sell: false, change: false }),
  PUBLIC_DOMAIN: cc('', { url: 'https://creativecommons.org/publicdomain/mark/1.0/', name: false }),
  PERMISSION: asked,
  ALL_RIGHTS_RESERVED: asked,
  OTHER: asked,
};

/** The licence of an address, as other repositories name it: any version, host form and ending; null where it is none we know. */
export function licenceOfUrl(url: string): Licence | null {
  const path = /creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)/iu.exec(url);
  if (!path) return null;
  const [, family, code] = path;
  if (family?.toLowerCase() === 'publicdomain') return code?.toLowerCase() === 'zero' ? 'CC0' : 'PUBLIC_DOMAIN';
  const name = `CC_${(code ?? '').toUpperCase().replaceAll('-', '_')}`;
  return LICENCES.find((licence) => licence === name) ?? null;
}
