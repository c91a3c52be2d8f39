import type { Command } from 'commander';
import { resetFactors } from '../modules/accounts/index.js';
import { withServices } from './with-services.js';

/** `reset-factors`: lets somebody who lost app, passkeys and recovery codes sign in by password again. */
export function addResetFactors(program: Command): void {
  program
    .command('reset-factors')
    .description('remove every second factor of a person who lost them all, and sign them out everywhere')
    .requiredOption('--email <address>', 'e-mail address of the account')
    .action(({ email }: { email: string }) =>
      withServices(async ({ services }) => {
        const found = await resetFactors(services, email.trim().toLowerCase());
        process.stdout.write(`${found ? 1 : 0} accounts without a second factor now\n`);
        if (!found) process.exitCode = 1;
      }),
    );
}
