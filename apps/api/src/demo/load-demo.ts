import { DEMO_NOW, heads, instant, networks, type DemoNetwork } from '@stoa/demo';
import { noteTexts } from '../modules/resources/texts/take-texts.js';
import type { Sql, Tx } from '../platform/database/database.js';
import { publish } from '../platform/outbox/outbox.js';
import type { Services } from '../platform/services.js';
import { takeInResources } from '../modules/library/index.js';
import { agreeToTerms } from './agree-to-terms.js';
import { clearInterrupted } from './interrupted.js';
import { moveDemo, weeksSince } from './live-shift.js';
import { networkSteps } from './network-steps.js';
import { playOffices } from './play-offices.js';
import { playCentreWork, playPeople } from './play-people.js';
import { playCards, playRegisters } from './play-places.js';
import { resourceSteps } from './resource-steps.js';
import { reportSteps } from './report-steps.js';
import { Stage, type Made, type Step } from './stage.js';
import { studySteps } from './study-steps.js';
import { discussionSteps } from './thread-steps.js';

/** The demo is loaded into an empty database only, and only where there is a demo; the message is one line for the operator. */
export class DemoRefused extends Error {}

/** How much was played, and how long it took. */
export interface DemoLoaded {
  steps: number;
  seconds: number;
}

/** From this time on, mails that the demo world causes are kept and shown; what happened before was told at its time. */
const RECENT = instant('2026-11-21T00:00');
/** Steps that are committed together. In one long transaction every kept counter would leave its old versions behind, and reading it would slow down. */
const TOGETHER = 100;
const PROGRESS_EVERY = 600;

/** Whether nothing was entered here yet, or only a part of a demo world whose load was interrupted. */
export async function awaitsDemo(sql: Sql): Promise<boolean> {
  const row = await sql.row<{ awaits: boolean }>(
    `SELECT (NOT EXISTS (SELECT 1 FROM people) AND NOT EXISTS (SELECT 1 FROM territories)) OR EXISTS (SELECT 1 FROM demo_loads WHERE finished_at IS NULL) AS awaits`,
  );
  return row?.awaits ?? false;
}

/**
 * Plays the demo world through the commands, in the order in which it happened. A load that was interrupted is taken back and begun
 * again. The two counties have no people in common and are played side by side.
 * @param say is told of progress, a line each
 * @throws DemoRefused
 */
export async function loadDemo(services: Services, say: (line: string) => void): Promise<DemoLoaded> {
  const { config, db } = services;
  if (!config.demo) throw new DemoRefused('There is no demo here: it needs the embedded database on a loopback address, or STOA_DEMO=on.');
  const began = performance.now();
  const steps = await db.transaction(async (tx) => {
    // Held to the end: another process must not take this load for an interrupted one. It holds nothing else, which the load would wait for.
    const lock = await tx.row<{ free: boolean }>("SELECT pg_try_advisory_xact_lock(hashtext('stoa.demo')) AS free");
    if (!lock?.free) throw new DemoRefused('The demo world is being loaded already.');
    if (!(await awaitsDemo(db))) throw new DemoRefused('The demo world is loaded into an empty database only, and this one holds data.');
    return load(services, say);
  });
  return { steps, seconds: (performance.now() - began) / 1000 };
}

async function load(services: Services, say: (line: string) => void): Promise<number> {
  const { db } = services;
  const cleared = await clearInterrupted(db);
  if (cleared) say('An interrupted load of the demo world was taken back');
  await db.row('INSERT INTO demo_loads (began_at) VALUES (clock_timestamp())');
  const made: Made = { people: new Map(), places: new Map(), networks: new Map(), resources: new Map() };
  await db.transaction((tx) => playBeginning(new Stage(services, tx, made)));
  const player = new Player(services, made, say);
  await player.play(networks);
  if (services.config.demoNow === 'live') await moveDemo(db, weeksSince(services.clock.now()), services.config.timeZone);
  await readFiles(services);
  // What was published is found at once, not after the next round of the index.
  await takeInResources(services);
  await agreeToTerms(db);
  await db.row('UPDATE demo_loads SET finished_at = clock_timestamp()');
  return player.played;
}

/** Has the texts taken of all files, whose own messages were dropped with those of the past. */
async function readFiles(services: Services): Promise<void> {
  const rows = await services.db.rows<{ id: string }>('SELECT DISTINCT resource_id AS id FROM resource_files ORDER BY 1');
  for (const { id } of rows) await noteTexts(services, id);
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

/** Plays what happened in networks, county by county, each in the order of time. */
export class Player {
  /** Steps played so far. */
  played = 0;
  private all = 0;

  constructor(
    private readonly services: Services,
    private readonly made: Made,
    private readonly say: (line: string) => void,
  ) {}

  async play(chosen: readonly DemoNetwork[]): Promise<void> {
    const counties = [...new Set(chosen.map(({ county }) => county))];
    const lanes = counties.map((county) =>
      chosen
        .filter((network) => network.county === county)
        .flatMap(stepsOf)
        .sort((a, b) => a.at.getTime() - b.at.getTime()),
    );
    this.all = lanes.reduce((sum, steps) => sum + steps.length, 0);
    await Promise.all(
      lanes.map((steps) =>
        this.lane(
          steps.filter(({ at }) => at < RECENT),
          dropMessages,
        ),
      ),
    );
    await writeLetters(this.services, this.made);
    await Promise.all(lanes.map((steps) => this.lane(steps.filter(({ at }) => at >= RECENT))));
  }

  /** @param after is done with each of the transactions, in it */
  private async lane(steps: readonly Step[], after?: (tx: Tx) => Promise<void>): Promise<void> {
    for (let from = 0; from < steps.length; from += TOGETHER) {
      const together = steps.slice(from, from + TOGETHER);
      await this.services.db.transaction(async (tx) => {
        const stage = new Stage(this.services, tx, this.made);
        for (const step of together) {
          await stage.moveTo(step.at);
          await step.play(stage);
        }
        await after?.(tx);
      });
      this.tell(together.length);
    }
  }

  private tell(more: number): void {
    const number = new Intl.NumberFormat('en');
    const before = Math.floor(this.played / PROGRESS_EVERY);
    this.played += more;
    if (Math.floor(this.played / PROGRESS_EVERY) > before)
      this.say(`Loading the demo world: ${number.format(this.played)} of ${number.format(this.all)} …`);
  }
}

function stepsOf(network: DemoNetwork): Step[] {
  const steps = [networkSteps, discussionSteps, reportSteps, resourceSteps, studySteps].flatMap((of) => of(network));
  return steps.filter(({ at }) => at <= DEMO_NOW);
}

/** Takes the messages of the past off the queue: their mails were sent long ago. At once, since thousands that wait slow each further one down. */
async function dropMessages(tx: Tx): Promise<void> {
  await tx.row('SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))');
}

/** Has the letters of those written who coordinate. */
async function writeLetters({ db }: Services, { networks: made }: Made): Promise<void> {
  await db.transaction(async (tx) => {
    await dropMessages(tx);
    const coordinators = await tx.rows<{ id: string }>(
      "SELECT id FROM appointments WHERE role = 'NC' AND scope_id = ANY($1) AND revoked_at IS NULL AND ends_on IS NULL ORDER BY id",
      [[...made.values()].map(({ id }) => id)],
    );
    for (const { id } of coordinators) await publish(tx, 'PersonAppointed', { appointmentId: id });
  });
}
