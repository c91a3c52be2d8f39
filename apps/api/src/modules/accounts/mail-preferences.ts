import type { NoticeKind } from '@stoa/domain';
import type { Services } from '../../platform/services.js';

type MailChoice = (services: Services, personId: string, kind: NoticeKind, networkId: string) => Promise<boolean>;

let choice: MailChoice | undefined;

/** Makes known who knows what people chose; the composition root calls it once. */
export function registerMailChoice(known: MailChoice): void {
  choice = known;
}

/** Whether a person wants letters of a kind in a network at once. */
export async function wantsMail(...asked: Parameters<MailChoice>): Promise<boolean> {
  return choice === undefined || choice(...asked);
}
