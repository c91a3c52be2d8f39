import { DEMO_PASSWORD, demoAccounts } from '@stoa/demo';
import type { Services } from '../platform/services.js';
import { awaitsDemo, loadDemo } from './load-demo.js';

type Say = (line: string) => void;

/** Loads the demo world where there is a demo and nothing else yet. */
export async function prepareDemo(services: Services, say: Say): Promise<void> {
  if (!services.config.demo) return;
  if (services.config.production) say('STOA_DEMO=on: ACCOUNTS WITH A PASSWORD THAT EVERYBODY KNOWS EXIST ON THIS INSTALLATION');
  if (!(await awaitsDemo(services.db))) return;
  const { seconds } = await loadDemo(services, say);
  say(`The demo world is loaded (${seconds.toFixed(1)} s)`);
}

/** Says which accounts of the demo there are, a line each. */
export async function announceAccounts({ config, db }: Services, say: Say): Promise<void> {
  if (!config.demo) return;
  const rows = await db.rows<{ email: string }>("SELECT email FROM people WHERE email = ANY($1) AND status = 'ACTIVE'", [
    demoAccounts.map(({ email }) => email),
  ]);
  const present = new Set(rows.map(({ email }) => email));
  const accounts = demoAccounts.filter(({ email }) => present.has(email));
  if (accounts.length === 0) return;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  say(`Accounts of the demo, the password of all is ${DEMO_PASSWORD}:`);
  for (const { email, role } of accounts) say(`  ${email.padEnd(width)}  ${role}`);
}
