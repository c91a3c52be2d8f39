import type { DemoNetwork } from '../networks/networks.js';
import { randomFrom } from './random.js';
import { DAY, HOUR, instant } from './time.js';

/** When somebody joined a network, and left it again. */
export interface DemoMembership {
  network: string;
  person: string;
  joinedAt: Date;
  leftAt: Date | null;
}

/** How many of those who are members today came with the second year. */
const NEWCOMERS = 0.15;

/**
 * When the members of a network came: most within seven weeks of its beginning, some in winter, some with the second school year.
 * Those who write today are spread over all of them.
 */
export function membershipsOf(network: DemoNetwork): DemoMembership[] {
  const random = randomFrom(`members of ${network.key}`);
  const opened = instant(network.createdAt).getTime() + 2 * DAY;
  const young = network.closed === null;
  const late = young ? 0 : Math.floor(network.members.length * NEWCOMERS);
  const early = network.members.length - late;
  const joined = (person: string, at: number, leftAt: Date | null = null): DemoMembership => ({
    network: network.key,
    person,
    joinedAt: new Date(at),
    leftAt,
  });
  const hour = (): number => random.below(9) * HOUR + random.below(60) * 60_000;
  const members = network.members.map((person, at) => {
    if (at >= early) return joined(person, instant('2026-09-08T10:00').getTime() + random.below(12) * DAY + hour());
    if (young) return joined(person, opened - DAY + random.below(7) * DAY + hour());
    const inWinter = at % 9 === 8;
    return joined(
      person,
      inWinter
        ? instant('2026-01-12T10:00').getTime() + random.below(30) * DAY + hour()
        : opened + Math.floor((at / early) * 45) * DAY + hour(),
    );
  });
  const former = network.former.map((person, at) =>
    joined(person, opened + (5 + at * 9) * DAY + hour(), instant(`2026-0${4 + (at % 3)}-14T15:20`)),
  );
  return [...members, ...former];
}

/** The members who have written since September: the same share of old and new ones. */
export function activeMembers(network: DemoNetwork): string[] {
  const random = randomFrom(`active in ${network.key}`);
  const first = network.members[0];
  const rest = random.shuffled(network.members.filter((person) => person !== first));
  return [...(first ? [first] : []), ...rest].slice(0, network.active);
}
