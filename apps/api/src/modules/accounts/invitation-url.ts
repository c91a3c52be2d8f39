import type { Language } from '@stoa/domain';
import type { Config } from '../../platform/config.js';
import { webUrl } from '../../platform/web-url.js';
import { tokenText } from './tokens.js';

/** The link of an invitation, as its mail and the command line give it. */
export function invitationUrl(config: Config, lang: Language, tokenId: string): string {
  return webUrl(config, lang, `/join/${tokenText(tokenId, config.secrets)}`);
}
