import type { Language } from '@stoa/domain';
import type { Config } from './config.js';

/** The address of a page, for mails and documents. @param path without the language, such as `/sign-in` */
export function webUrl(config: Pick<Config, 'publicUrl' | 'port'>, lang: Language, path: string): string {
  return `${config.publicUrl ?? `http://localhost:${config.port}`}/${lang}${path}`;
}
