export interface DaemonOptions {
  command: string;
  args: string[];
  port: number;
  folder: string;
  account?: { uid: number; gid: number } | undefined;
}

export function findProgram(name: string): string | undefined;
export function isOpen(port: number): Promise<boolean>;
export function preparedFolder(
  folder: string,
  account: { uid: number; gid: number } | undefined,
  files?: Readonly<Record<string, string>>,
): void;

export class Daemon {
  constructor(options: DaemonOptions);
  readonly port: number;
  readonly pid: number | undefined;
  start(): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  signal(name: NodeJS.Signals): void;
}
