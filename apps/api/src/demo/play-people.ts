import { DEMO_PASSWORD, people, type DemoPerson } from '@stoa/demo';
import type { Profession } from '@stoa/domain';
import { addPerson, hashPassword, openAccounts } from '../modules/accounts/index.js';
import { makeAdministrator } from '../modules/appointments/index.js';
import { claimAffiliation, confirmAffiliation } from '../modules/schools/commands/affiliate.js';
import { toGlobalId } from '../platform/ids.js';
import { importRows } from './play-places.js';
import { done, idOf, type Stage } from './stage.js';

/** The people of the demo: those at schools by the register's import, all others by their addresses. One password for all. */
export async function playPeople(stage: Stage): Promise<void> {
  const { db, clock } = stage.services;
  const admin = people.find(({ key }) => key === 'admin');
  if (!admin) throw new Error('The demo has no administrator');
  await makeAdministrator(stage.services, { email: admin.email, name: admin.name, lang: admin.lang });
  const atSchools = people.filter(({ work }) => work?.school);
  await importRows(
    stage,
    'people',
    atSchools.map(({ name, email, lang, work }) => ({
      name,
      email,
      school: work?.school ?? '',
      countyCode: work?.county ?? '',
      profession: work?.profession ?? '',
      lang,
    })),
  );
  const others = people.filter(({ key, work }) => key !== 'admin' && !work?.school);
  await db.transaction(async (tx) => {
    for (const { name, email, lang } of others) await addPerson(tx, { name, email, lang, status: 'INVITED', now: clock.now() });
    // Hashed once: argon2 is slow on purpose, and there are three hundred accounts.
    await openAccounts(
      tx,
      people.map(({ email }) => email),
      await hashPassword(DEMO_PASSWORD),
      clock.now(),
    );
  });
  const rows = await db.rows<{ id: string; email: string }>('SELECT id, email FROM people WHERE email IS NOT NULL');
  const keys = new Map(people.map(({ email, key }) => [email, key]));
  for (const { id, email } of rows) stage.people.set(keys.get(email) ?? email, id);
}

/** Those who work at a centre say so, and the county confirms it. */
export async function playCentreWork(stage: Stage): Promise<void> {
  for (const person of people.filter(({ work }) => work !== null && work.school === null)) await claim(stage, person);
}

async function claim(stage: Stage, { key, work }: DemoPerson): Promise<void> {
  if (!work) return;
  const { affiliation } = await done(
    `affiliation of ${key}`,
    claimAffiliation(await stage.as(key), {
      body: work.body,
      county: toGlobalId('Territory', idOf(stage.places, work.county)),
      profession: work.profession as Profession,
    }),
  );
  const by = key.startsWith('county.') ? 'region.twobays' : work.county === 'XT-11' ? 'county.northshore' : 'county.southbay';
  if (affiliation)
    await done(`confirming ${key}`, confirmAffiliation(await stage.as(by), { id: affiliation.id, expectedVersion: affiliation.version }));
}
