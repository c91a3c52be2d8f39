export const WORLD_ENV: Record<string, string>;
export function makeWorlds(databaseUrl: string, folder: string): Promise<void>;
