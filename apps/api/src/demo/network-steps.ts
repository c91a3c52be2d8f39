import { instant, invitations, joinRequests, membershipsOf, type DemoMembership, type DemoNetwork } from '@stoa/demo';
import type { NetworkYearAct, Profession, SchoolLevel } from '@stoa/domain';
import { appoint } from '../modules/appointments/commands/appoint.js';
import { endAppointment } from '../modules/appointments/commands/end-appointment.js';
import { appointmentJobs } from '../modules/appointments/index.js';
import { changeNetworkYear } from '../modules/networks/commands/change-network-year.js';
import { changeOwnMembership } from '../modules/networks/commands/change-own-membership.js';
import { createNetwork } from '../modules/networks/commands/create-network.js';
import { decideRequests } from '../modules/networks/commands/decide-requests.js';
import { editNetwork } from '../modules/networks/commands/edit-network.js';
import { inviteMember } from '../modules/networks/commands/invite-member.js';
import { joinNetwork } from '../modules/networks/commands/join-network.js';
import { openNetworkYear } from '../modules/networks/commands/open-network-year.js';
import { promoteNetwork } from '../modules/networks/commands/promote-network.js';
import { toGlobalId } from '../platform/ids.js';
import { done, idOf, type Stage, type Step } from './stage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const later = (at: Date, by: number): Date => new Date(at.getTime() + by);

/** Who coordinates the county of a network. */
export function countyLead(network: DemoNetwork): string {
  return network.county === 'XT-11' ? 'county.northshore' : 'county.southbay';
}

/** Who lets people into a network at a time: its coordinator, while it has one. */
export function admits(network: DemoNetwork, at: Date): string {
  const holder = network.coordinators.find(
    ({ from, to, left }) =>
      instant(`${from}T00:00`) <= at && (to === null || at <= instant(`${to}T23:00`)) && (!left || at < instant(left.at)),
  );
  return holder?.person ?? countyLead(network);
}

const networkId = (stage: Stage, key: string): string => toGlobalId('Network', idOf(stage.networks, key).id);
const personId = (stage: Stage, key: string): string => toGlobalId('Person', idOf(stage.people, key));

async function found(stage: Stage, network: DemoNetwork): Promise<void> {
  // A request each: what a context has read it does not read again.
  const lead = () => stage.as(countyLead(network));
  const values = {
    name: network.name,
    kind: network.kind,
    professions: network.professions as Profession[],
    levels: network.levels as SchoolLevel[],
    purpose: network.purpose,
    joiningRule: network.joiningRule,
    lang: network.lang,
  };
  const created = await done(
    `founding ${network.key}`,
    createNetwork(await lead(), { ...values, countyId: toGlobalId('Territory', idOf(stage.places, network.county)) }),
  );
  if (!created.network) return;
  const { id, slug, version } = created.network;
  stage.networks.set(network.key, { id: id.slice('Network_'.length), slug });
  const edited = await done(
    `page of ${network.key}`,
    editNetwork(await lead(), { ...values, id, promotion: network.promotion, expectedVersion: version }),
  );
  await done(
    `promoting ${network.key}`,
    promoteNetwork(await lead(), { id, promoted: true, expectedVersion: edited.network?.version ?? 0 }),
  );
  await moveYear(stage, network, 'RECRUIT');
}

async function moveYear(stage: Stage, network: DemoNetwork, act: NetworkYearAct): Promise<void> {
  const year = await stage.services.db.row<{ id: string; version: number }>(
    'SELECT id, version FROM network_years WHERE network_id = $1 ORDER BY year DESC LIMIT 1',
    [idOf(stage.networks, network.key).id],
  );
  await done(
    `${act} ${network.key}`,
    changeNetworkYear(await stage.as(countyLead(network)), {
      id: toGlobalId('NetworkYear', year?.id ?? ''),
      act,
      expectedVersion: year?.version ?? 0,
    }),
  );
}

/** The coming of the second school year: the old one is concluded, the next opened and started. */
function secondYear(network: DemoNetwork): Step[] {
  const opened = instant('2026-09-01T09:30');
  return [
    { at: instant('2026-08-28T13:00'), play: (stage) => moveYear(stage, network, 'CONCLUDE') },
    {
      at: opened,
      async play(stage) {
        await done(
          `next year of ${network.key}`,
          openNetworkYear(await stage.as(countyLead(network)), { networkId: networkId(stage, network.key), year: '2026/27' }),
        );
        await moveYear(stage, network, 'RECRUIT');
      },
    },
    { at: instant('2026-09-14T09:00'), play: (stage) => moveYear(stage, network, 'START') },
  ];
}

function coordinators(network: DemoNetwork): Step[] {
  return network.coordinators.flatMap(({ person, from, to, left }, at): Step[] => {
    const key = `coordinator ${network.key} ${person}`;
    // The first is appointed with the network, a successor some days before taking over.
    const when = at === 0 ? later(instant(network.createdAt), 20 * MINUTE) : later(instant(`${from}T10:00`), -9 * 24 * HOUR);
    const appointed: Step = {
      at: when,
      async play(stage) {
        const { appointment } = await done(
          key,
          appoint(await stage.as(countyLead(network)), {
            personId: personId(stage, person),
            role: 'NC',
            scopeId: networkId(stage, network.key),
            startsOn: from,
            endsOn: to,
          }),
        );
        stage.people.set(key, appointment?.id ?? '');
        stage.rightsChanged();
      },
    };
    const begun: Step = { at: instant(`${from}T00:05`), play: noticeTerms };
    const ended: Step | null = left
      ? {
          at: instant(left.at),
          async play(stage) {
            await done(
              `end of ${key}`,
              endAppointment(await stage.as(countyLead(network)), { id: idOf(stage.people, key), expectedVersion: 1, reason: left.reason }),
            );
            stage.rightsChanged();
          },
        }
      : null;
    return [appointed, ...(at > 0 ? [begun] : []), ...(ended ? [ended] : [])];
  });
}

/** What the hourly job does when terms begin or end. */
async function noticeTerms(stage: Stage): Promise<void> {
  await appointmentJobs['noticeTerms']?.({}, stage.services);
  stage.rightsChanged();
}

async function join(
  stage: Stage,
  network: DemoNetwork,
  person: string,
  message: string,
): Promise<{ id: string; state: string; version: number }> {
  const { membership } = await done(
    `${person} joins ${network.key}`,
    joinNetwork(await stage.as(person), { networkId: networkId(stage, network.key), message }),
  );
  if (!membership) throw new Error(`${person} has no membership of ${network.key}`);
  stage.rightsChanged();
  return membership;
}

function membership(network: DemoNetwork, { person, joinedAt, leftAt }: DemoMembership): Step[] {
  const invited: Step = {
    at: later(joinedAt, -18 * HOUR),
    async play(stage) {
      await done(
        `inviting ${person}`,
        inviteMember(await stage.as(admits(network, stage.services.clock.now())), {
          networkId: networkId(stage, network.key),
          personId: personId(stage, person),
        }),
      );
    },
  };
  const joined: Step = {
    at: later(joinedAt, -2 * MINUTE),
    async play(stage) {
      const { id, state } = await join(stage, network, person, '');
      if (state !== 'REQUESTED') return;
      stage.services.clock.moveTo(later(joinedAt, -MINUTE));
      await done(`admitting ${person}`, decideRequests(await stage.as(admits(network, joinedAt)), [id], { act: 'ADMIT' }));
      stage.rightsChanged();
    },
  };
  const left = leftAt && {
    at: leftAt,
    async play(stage: Stage) {
      const row = await stage.services.db.row<{ version: number }>(
        "SELECT version FROM memberships WHERE network_id = $1 AND person_id = $2 AND state = 'ACTIVE'",
        [idOf(stage.networks, network.key).id, idOf(stage.people, person)],
      );
      await done(
        `${person} leaves`,
        changeOwnMembership(await stage.as(person), 'LEAVE', {
          networkId: networkId(stage, network.key),
          expectedVersion: row?.version ?? 0,
        }),
      );
      stage.rightsChanged();
    },
  };
  return [...(network.joiningRule === 'INVITATION' ? [invited] : []), joined, ...(left ? [left] : [])];
}

/** Requests and invitations that are open on the day of the demo. */
function waiting(network: DemoNetwork): Step[] {
  const asked = joinRequests
    .filter((each) => each.network === network.key)
    .map(({ person, at, message }): Step => ({
      at: instant(at),
      async play(stage) {
        await join(stage, network, person, message);
      },
    }));
  const invited = invitations
    .filter((each) => each.network === network.key)
    .map(({ by, person, email, name, message, at }): Step => ({
      at: instant(at),
      async play(stage) {
        const whom = person ? { personId: personId(stage, person) } : { email, name };
        await done(
          `invitation to ${network.key}`,
          inviteMember(await stage.as(by), { networkId: networkId(stage, network.key), message, ...whom }),
        );
      },
    }));
  return [...asked, ...invited];
}

/** All that happens to a network and its members, besides what is written there. */
export function networkSteps(network: DemoNetwork): Step[] {
  return [
    { at: instant(network.createdAt), play: (stage) => found(stage, network) },
    ...coordinators(network),
    ...(network.closed
      ? [{ at: instant('2025-09-15T09:00'), play: (stage: Stage) => moveYear(stage, network, 'START') }, ...secondYear(network)]
      : []),
    ...membershipsOf(network).flatMap((each) => membership(network, each)),
    ...waiting(network),
  ];
}
