import type { Language } from '@stoa/domain';
import type { Config } from '../../../platform/config.js';
import { seal, unseal } from '../../../platform/sealed.js';
import { webUrl } from '../../../platform/web-url.js';

const FEED = 'library-feed';
const STOP = 'library-mail';
const DAY_MS = 86_400_000;
/** A feed's address works until it is renewed; so long, that nobody meets its end. */
const FEED_END = new Date('2200-01-01T00:00:00Z');
/** A link in a mail works for a year. */
const STOP_DAYS = 365;
const TOKEN_MAX = 500;

interface FeedOf {
  id: string;
  no: number;
}

/** Address of a saved search's feed. */
export function feedUrl(config: Config, lang: Language, feed: FeedOf): string {
  const url = new URL(webUrl(config, lang, ''));
  return `${url.origin}/feeds/library/${seal(config.secrets, FEED, feed, FEED_END)}`;
}

/** The search behind a feed's address; null for one that is forged. */
export function feedOf(config: Config, token: string, now: Date): FeedOf | null {
  return token.length > TOKEN_MAX ? null : unseal<FeedOf>(config.secrets, FEED, token, now);
}

/** Address of the page that stops mails about a search; a mail program may POST to it. */
export function stopUrl(config: Config, lang: Language, id: string, now: Date): string {
  return webUrl(config, lang, `/library/searches/stop/${seal(config.secrets, STOP, { id }, new Date(now.getTime() + STOP_DAYS * DAY_MS))}`);
}

/** The search that a link's token is about; null for one that is forged or too old. */
export function stoppedSearch(config: Config, token: string, now: Date): string | null {
  return token.length > TOKEN_MAX ? null : (unseal<{ id: string }>(config.secrets, STOP, token, now)?.id ?? null);
}
