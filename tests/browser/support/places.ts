import type { WalkedRoute } from '../routes.js';
import type { Stage } from './stage.js';

/** Fills the parameters of routes with records of the demo world. @returns a route's path, with its query */
export async function placesOf(stage: Stage): Promise<(route: WalkedRoute) => string> {
  const one = async (sql: string): Promise<string> => (await stage.sql<{ value: string }>(sql))[0]?.value ?? 'missing';
  const params: Record<string, string> = {
    network: await one(`SELECT slug AS value FROM networks WHERE slug LIKE 'ict%' ORDER BY slug LIMIT 1`),
    year: '2025-26',
    handle: await one(`SELECT handle AS value FROM people WHERE email = 'coordinator.ict@demo.invalid'`),
    county: await one(`SELECT slug AS value FROM territories WHERE kind = 'COUNTY' AND slug LIKE 'northshore%' ORDER BY slug LIMIT 1`),
  };
  return (route) =>
    `/${route.path.replace(/:(\w+)/g, (_, name: string) => route.with?.[name] ?? params[name] ?? 'missing')}${route.query ?? ''}`;
}
