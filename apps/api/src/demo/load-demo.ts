import { DEMO_NOW, heads, instant, networks } from '@stoa/demo';
import { publish } from '../platform/outbox/outbox.js';
import type { Sql } from '../platform/database/database.js';
import type { Services } from '../platform/services.js';
import { discussionSteps } from './thread-steps.js';
import { networkSteps } from './network-steps.js';
import { withinTransaction } from './one-transaction.js';
import { playOffices } from './play-offices.js';
import { playCentreWork, playPeople } from './play-people.js';
import { playCards, playRegisters } from './play-places.js';
import { reportSteps } from './report-steps.js';
import { Stage, type Step } from './stage.js';

/** The demo is loaded into an empty database only, and only where there is a demo; the message is one line for the operator. */
export class DemoRefused extends Error {}

/** How much was played. */
export interface DemoLoaded {
  steps: number;
  seconds: number;
}

/** From this time on, mails that the demo world causes are kept and shown; what happened before was told at its time. */
const RECENT = instant('2026-11-21T00:00');
const PROGRESS_EVERY = 600;

/** Whether nothing was entered yet. */
export async function isEmpty(sql: Sql): Promise<boolean> {
  const row = await sql.row<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM people) AND NOT EXISTS (SELECT 1 FROM territories) AS empty');
  return row?.empty ?? false;
}

/**
 * Plays the demo world through the commands, in the order in which it happened, in one transaction: a load that is interrupted
 * leaves nothing behind, and the next start begins again.
 * @param say is told of progress, a line each
 * @throws DemoRefused
 */
export async function loadDemo(services: Services, say: (line: string) => void): Promise<DemoLoaded> {
  if (!services.config.demo) throw new DemoRefused('There is no demo here: it needs the embedded database on a loopback address, or STOA_DEMO=on.');
  const began = performance.now();
  const steps = await services.db.transaction(async (tx) => {
    await tx.row("SELECT pg_advisory_xact_lock(hashtext('stoa.demo'))");
    if (!(await isEmpty(tx))) throw new DemoRefused('The demo world is loaded into an empty database only, and this one holds data.');
    const stage = new Stage(services, withinTransaction(services.db, tx));
    await playBeginning(stage);
    return playSteps(stage, [...networkSteps(), ...discussionSteps(), ...reportSteps()], say);
  });
  return { steps, seconds: (performance.now() - began) / 1000 };
}

/** Places, people and offices, as they stand before the first network is founded. */
export async function playBeginning(stage: Stage): Promise<void> {
  await stage.moveTo(instant('2025-08-20T09:00'));
  await playRegisters(stage);
  await playPeople(stage);
  await stage.moveTo(instant('2025-08-25T10:00'));
  await playOffices(stage, '2025-08-25');
  await playCentreWork(stage);
  await playCards(stage, heads);
}

/** Plays steps by their times. @returns how many */
export async function playSteps(stage: Stage, all: readonly Step[], say: (line: string) => void): Promise<number> {
  const steps = [...all].sort((a, b) => a.at.getTime() - b.at.getTime());
  const number = new Intl.NumberFormat('en');
  let told = false;
  for (const [at, step] of steps.entries()) {
    if (at % PROGRESS_EVERY === 0) say(`Loading the demo world: ${number.format(at)} of ${number.format(steps.length)} …`);
    if (step.at >= RECENT && !told) {
      told = true;
      await tellThePast(stage);
    }
    await stage.moveTo(step.at);
    await step.play(stage);
  }
  await stage.moveTo(DEMO_NOW);
  return steps.length;
}

/** Takes the messages of the past off the queue: their mails were sent long ago. Letters of coordinators are still to be written. */
async function tellThePast({ services, networks: made }: Stage): Promise<void> {
  await services.db.row('SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))');
  const appointments = await services.db.rows<{ id: string }>("SELECT id FROM appointments WHERE role = 'NC' AND scope_id = ANY($1) ORDER BY id", [
    networks.flatMap(({ key }) => made.get(key)?.id ?? []),
  ]);
  for (const { id } of appointments) await publish(services.db, 'PersonAppointed', { appointmentId: id });
}
