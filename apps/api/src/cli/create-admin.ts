import { LANGUAGES, parse, rules } from '@stoa/domain';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { makeAdministrator } from '../modules/appointments/index.js';
import { withServices } from './with-services.js';

interface Options {
  email: string;
  name: string;
  lang: (typeof LANGUAGES)[number];
}

const email = (text: string): string => {
  const parsed = parse(rules.email, text);
  if (!parsed.ok) throw new InvalidArgumentError('It is not an e-mail address.');
  return parsed.value;
};

/** `create-admin`: appoints an administrator and prints the link by which they set their password. */
export function addCreateAdmin(program: Command): void {
  program
    .command('create-admin')
    .description('appoint an administrator; prints an invitation link where the person has no account yet')
    .requiredOption('--email <address>', 'e-mail address', email)
    .requiredOption('--name <name>', "the person's name")
    .addOption(new Option('--lang <language>', 'language of the invitation').choices(LANGUAGES).default('en'))
    .action((options: Options) =>
      withServices(async ({ services }) => {
        const { link, appointed } = await makeAdministrator(services, options);
        if (link) process.stdout.write(`Invitation link, good for 14 days: ${link}\n`);
        process.stdout.write(`${appointed ? 1 : 0} administrator appointed\n`);
      }),
    );
}
