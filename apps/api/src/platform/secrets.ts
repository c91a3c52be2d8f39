import { readFileSync, statSync } from 'node:fs';

/** A secret is missing, weak or open to others; the message is one line for the operator. */
export class SecretError extends Error {}

/** Settings that may stand in a file of their own, which `<NAME>_FILE` names: as secrets are given to containers. */
const IN_FILES = [
  'STOA_SPAM_CLASSIFIER_TOKEN',
  'SESSION_SECRET',
  'SESSION_SECRET_PREVIOUS',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_OWNER_URL',
  'BROKER_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
] as const;

const EXAMPLE = 'change-me-to-a-long-random-value';
/** As many different signs has any random value of the least length; "aaaa…" and "12341234…" have fewer. */
const DIFFERENT_SIGNS = 10;
/** Mounted for one container alone; those who mount it choose its mode, and there is nobody else to read it. */
const MOUNTED = '/run/secrets/';
const BY_OTHERS = 0o004;

/** The environment with the content of the files that it names in their place. @throws SecretError */
export function withSecretFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = IN_FILES.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (!file) return [];
    if (env[name]) throw new SecretError(`Setting ${name}_FILE: ${name} is set, too; keep one of them.`);
    return [[name, contentOf(file, `Setting ${name}_FILE`)]];
  });
  return { ...env, ...(Object.fromEntries(read) as Record<string, string>) };
}

/** A secret's file, without the end of its line. @throws SecretError where it cannot be read, is empty, or every account of the machine may read it */
export function contentOf(file: string, what: string): string {
  let content: string;
  try {
    if (process.platform !== 'win32' && !file.startsWith(MOUNTED) && (statSync(file).mode & BY_OTHERS) !== 0)
      throw new SecretError(`${what}: every account of this machine may read the file; chmod 600 it.`);
    content = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw new SecretError(`${what}: the file cannot be read (${String((error as { code?: unknown }).code)}).`);
  }
  if (content === '') throw new SecretError(`${what}: the file is empty.`);
  return content;
}

/** Refuses secrets that protect nothing. @throws SecretError */
export function refuseWeakSecrets(secrets: { SESSION_SECRET?: string | undefined; SESSION_SECRET_PREVIOUS?: string | undefined }): void {
  for (const [name, value] of Object.entries(secrets)) {
    if (value === undefined) continue;
    if (value === EXAMPLE) throw new SecretError(`Setting ${name}: is the one of the example; choose your own.`);
    if (new Set(value).size < DIFFERENT_SIGNS)
      throw new SecretError(`Setting ${name}: is too easy to guess; openssl rand -base64 32 makes a good one.`);
  }
  if (secrets.SESSION_SECRET !== undefined && secrets.SESSION_SECRET === secrets.SESSION_SECRET_PREVIOUS)
    throw new SecretError('Setting SESSION_SECRET_PREVIOUS: is the same as SESSION_SECRET; a change needs two different ones.');
}
