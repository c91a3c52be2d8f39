import { boot, type Booted } from '../boot.js';
import { loadConfig } from '../platform/config.js';

/** Tells the operator something that is not a result; results go to standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Gives a command the services of the configured installation: joins the embedded server that runs on `STOA_DATA`, or starts
 * it for as long as the command takes.
 */
export async function withServices<T>(work: (booted: Booted) => Promise<T>): Promise<T> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  const booted = await boot(config, say, { join: true });
  try {
    return await work(booted);
  } finally {
    await booted.close();
  }
}
