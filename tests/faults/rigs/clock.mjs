// The domain's clock is moved by hours, backward, and over both changes of daylight saving: what has ended stays ended.
import { Client } from '../lib/client.mjs';
import { bareId } from '../lib/keyed.mjs';

export const title = 'Clock: nothing is accepted after its end';

const RIGHT = '{ viewer { person { id } } networkCounties(first: 1) { id } }';

/** Midnights of Athens and the instants around them, in winter, in summer, and on the days on which clocks change. */
const MIDNIGHTS = [
  ['2027-01-31', '2027-01-31T22:00:00Z'],
  ['2027-03-27', '2027-03-27T22:00:00Z'],
  ['2027-03-28', '2027-03-28T21:00:00Z'],
  ['2027-06-30', '2027-06-30T21:00:00Z'],
  ['2027-10-30', '2027-10-30T21:00:00Z'],
  ['2027-10-31', '2027-10-31T22:00:00Z'],
];

export async function play({ world, report }) {
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const client = await Client.signedIn(program.url, 'county.southbay');
  const me = bareId((await client.data(RIGHT)).viewer.person.id);
  const mayCreate = async () => (await client.data(RIGHT)).networkCounties.length > 0;
  const wrong = [];
  for (const [day, midnight] of MIDNIGHTS) {
    await world.sql(database, 'UPDATE appointments SET ends_on = $2 WHERE person_id = $1 AND revoked_at IS NULL', [me, day]);
    const at = Date.parse(midnight);
    for (const [what, instant, expected] of [
      ['two hours before the end', at - 7_200_000, true],
      ['a second before the end', at - 1_000, true],
      ['a second after the end', at + 1_000, false],
      ['two hours after the end', at + 7_200_000, false],
      ['set back before the end', at - 3_600_000, true],
      ['after the end again', at + 60_000, false],
    ]) {
      await program.moveClock(new Date(instant).toISOString());
      if ((await mayCreate()) !== expected) wrong.push(`${day}, ${what}`);
    }
  }
  report.row(
    'a right of an appointment ends with its last day, ±2 h, backward, in both changes of the clock',
    wrong.length === 0 ? `${MIDNIGHTS.length * 6} instants` : wrong.join('; '),
    wrong.length === 0,
  );

  // Sessions live by the database's time: whatever the domain's clock says, one that has ended opens nothing.
  const far = [];
  await world.sql(database, "UPDATE sessions SET expires_at = clock_timestamp() - interval '1 second' WHERE person_id = $1", [me]);
  for (const instant of ['2020-01-01T00:00:00Z', '2026-11-24T07:00:00Z', '2030-01-01T00:00:00Z']) {
    await program.moveClock(instant);
    if ((await client.data('{ viewer { person { id } } }')).viewer !== null) far.push(instant);
  }
  report.row(
    'a session that ended by the database’s clock opens nothing at any time of the domain',
    far.length === 0 ? '3 times' : far.join(),
    far.length === 0,
  );
  client.close();
  await program.stop();
}
