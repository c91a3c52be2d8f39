export interface StoaOptions {
  dataDir: string;
  env?: Record<string, string>;
  /** A folder that names the processes which have not ended yet. */
  running?: string;
}

export interface StoaExit {
  code: number | null;
  signal: string | null;
}

export interface StoaProcess {
  /** Undefined where the program ended instead of becoming ready. */
  url: string | undefined;
  pid: number | undefined;
  ended: Promise<StoaExit>;
  /** All it has said so far. */
  output(): string;
  stop(): Promise<StoaExit>;
  kill(): Promise<StoaExit>;
  /** @param instant ISO 8601 */
  moveClock(instant: string): Promise<void>;
}

export function startStoa(options: StoaOptions): Promise<StoaProcess>;
