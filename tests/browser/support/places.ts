import type { WalkedRoute } from '../routes.js';
import type { Stage } from './stage.js';

/** Fills the parameters of routes with records of the demo world. @returns a route's path, with its query */
export async function placesOf(stage: Stage): Promise<(route: WalkedRoute) => string> {
  const one = async (sql: string): Promise<string> => (await stage.sql<{ value: string }>(sql))[0]?.value ?? 'missing';
  const params: Record<string, string> = {
    network: await one(`SELECT slug AS value FROM networks WHERE slug LIKE 'ict%' ORDER BY slug LIMIT 1`),
    resource: await one(
      `SELECT slug AS value FROM resources WHERE state = 'PUBLISHED' AND kind = 'GUIDE' AND visibility = 'PUBLIC' AND lang = 'en' ORDER BY slug LIMIT 1`,
    ),
    submitted: await one(
      `SELECT r.slug || '?version=open' AS value FROM resources r JOIN networks n ON n.id = r.network_id WHERE r.awaits_review AND n.slug LIKE 'ict%' LIMIT 1`,
    ),
    ownResource: await one(
      `SELECT r.slug AS value FROM resources r JOIN people p ON p.id = r.proposed_by WHERE p.email = 'teacher014@demo.invalid' ORDER BY r.slug LIMIT 1`,
    ),
    year: '2025-26',
    thread: await one(
      `SELECT t.no || '-' || t.slug AS value FROM threads t JOIN networks n ON n.id = t.network_id WHERE n.slug LIKE 'ict%' ORDER BY t.no LIMIT 1`,
    ),
    region: await one(`SELECT slug AS value FROM territories WHERE kind = 'REGION' ORDER BY slug LIMIT 1`),
    handle: await one(`SELECT handle AS value FROM people WHERE email = 'coordinator.ict@demo.invalid'`),
    person: await one(`SELECT 'Person_' || id AS value FROM people WHERE email = 'teacher014@demo.invalid'`),
    other: await one(`SELECT 'Person_' || id AS value FROM people WHERE email = 'parent@demo.invalid'`),
    centre: await one(
      `SELECT c.slug AS value FROM centres c JOIN territories t ON t.id = c.territory_id WHERE t.slug LIKE 'northshore%' ORDER BY c.slug LIMIT 1`,
    ),
    structure: await one(
      `SELECT s.slug AS value FROM structures s JOIN appointments a ON a.scope_id = s.id JOIN people p ON p.id = a.person_id WHERE p.email = 'structure.ict-southbay@demo.invalid' LIMIT 1`,
    ),
    school: await one(
      `SELECT s.slug AS value FROM schools s JOIN appointments a ON a.scope_id = s.id JOIN people p ON p.id = a.person_id WHERE p.email = 'principal.harbour7@demo.invalid' LIMIT 1`,
    ),
    structureOfHead: await one(
      `SELECT s.slug AS value FROM structures s JOIN appointments a ON a.scope_id = s.centre_id JOIN people p ON p.id = a.person_id WHERE p.email = 'head.northshore@demo.invalid' ORDER BY s.slug LIMIT 1`,
    ),
    networkOfCounty: await one(
      `SELECT n.slug AS value FROM networks n JOIN appointments a ON a.scope_id = n.county_id JOIN people p ON p.id = a.person_id WHERE p.email = 'county.northshore@demo.invalid' ORDER BY n.slug LIMIT 1`,
    ),
    county: await one(`SELECT slug AS value FROM territories WHERE kind = 'COUNTY' AND slug LIKE 'northshore%' ORDER BY slug LIMIT 1`),
  };
  const valueOf = (name: string) => params[name] ?? name;
  return (route) => `/${route.path}${route.query ?? ''}`.replace(/:(\w+)/g, (_, name: string) => valueOf(route.with?.[name] ?? name));
}
