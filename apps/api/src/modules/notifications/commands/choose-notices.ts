import { deliveriesOf } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { keepChoice, noticeSettings } from '../choices.js';
import type { ChooseNoticesInput, NoticeSettings } from '../notices.types.js';
import { networkOf } from '../places.js';

/** Chooses how to hear of a kind, everywhere or in a network that the viewer reads. @throws Refusal NOT_FOUND @throws UserErrors INVALID_CHOICE */
export function chooseNotices(ctx: Context, input: ChooseNoticesInput): Promise<Outcome<{ settings: NoticeSettings }>> {
  return mutate(ctx, async (tx) => {
    const personId = signedIn(ctx.viewer);
    const network = input.networkId == null ? null : await networkOf(ctx, tx, input.networkId);
    const delivery = input.delivery ?? null;
    if (delivery !== null && !deliveriesOf(input.kind).includes(delivery)) reject('INVALID_CHOICE', 'delivery');
    const at = ctx.clock.now();
    await keepChoice(tx, { personId, networkId: network?.id ?? null, kind: input.kind, delivery }, at);
    await audit(tx, {
      actorId: personId,
      act: 'chooseNotices',
      subjectType: network ? 'Network' : 'Person',
      subjectId: network?.id ?? personId,
      ...(network && { countyId: network.countyId }),
      at,
      requestId: ctx.requestId,
      detail: { kind: input.kind, delivery },
    });
    return { settings: await noticeSettings(ctx, tx) };
  });
}
