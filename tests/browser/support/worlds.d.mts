export const WORLD_ENV: Record<string, string>;
export function beginWorlds(databaseUrl: string, folder: string): Promise<void>;
export function worldsMade(folder: string): Promise<void>;
export function databaseEnv(serverUrl: string, database: string): { DATABASE_URL: string; DATABASE_OWNER_URL: string };
