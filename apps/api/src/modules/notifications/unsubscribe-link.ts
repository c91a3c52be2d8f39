import { DIGEST_PERIODS, NOTICE_KINDS, type DigestPeriod, type Language, type NoticeKind } from '@stoa/domain';
import type { Config } from '../../platform/config.js';
import { seal, unseal } from '../../platform/sealed.js';
import { webUrl } from '../../platform/web-url.js';

const PURPOSE = 'unsubscribe';
/** A link in a mail works for a year; who keeps mails longer than that signs in. */
const DAYS = 365;

/** What a link stops: one kind in one network, or a digest. */
export interface StoppedKind {
  personId: string;
  kind: NoticeKind;
  networkId: string;
}
export type Stopped = StoppedKind | { personId: string; digest: DigestPeriod };

/** The address of the page that stops the mails like one; a mail program may POST to it. */
export function unsubscribeUrl(config: Config, lang: Language, stopped: Stopped, now: Date): string {
  const token = seal(config.secrets, PURPOSE, stopped, new Date(now.getTime() + DAYS * 86_400_000));
  return webUrl(config, lang, `/unsubscribe/${token}`);
}

/** What a link's token stops; null for one that is forged or too old. */
export function stoppedBy(config: Config, token: string, now: Date): Stopped | null {
  const stopped = token.length < 1_000 ? unseal<Stopped>(config.secrets, PURPOSE, token, now) : null;
  if (!stopped) return null;
  const known = 'digest' in stopped ? DIGEST_PERIODS.includes(stopped.digest) : NOTICE_KINDS.includes(stopped.kind);
  return known ? stopped : null;
}
