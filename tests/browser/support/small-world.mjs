import { randomUUID } from 'node:crypto';
import { demoAccounts } from '../../../packages/demo/dist/index.js';
import { hashPassword } from '../../../apps/api/dist/modules/accounts/passwords.js';

const AT = '2026-09-01T08:00:00Z';

/** A county with one network and the accounts of the demo, for as long as the demo world itself makes none. */
export async function makeSmallWorld(client) {
  const insert = async (table, row) => {
    const columns = Object.keys(row);
    const marks = columns.map((_, index) => `$${index + 1}`).join(', ');
    await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, Object.values(row));
    return row.id;
  };
  const path = [];
  const territory = (kind, name) => {
    const id = randomUUID();
    path.push(id);
    const search = name.toLowerCase();
    const parent = path.at(-2) ?? null;
    return insert('territories', {
      id,
      kind,
      code: name,
      slug: search,
      lang: 'en',
      names: { en: name },
      search,
      parent_id: parent,
      path: [...path],
    });
  };
  const country = await territory('COUNTRY', 'Twinland');
  const region = await territory('REGION', 'Twobays');
  const county = await territory('COUNTY', 'Northshore');
  const network = await insert('networks', {
    id: randomUUID(),
    county_id: county,
    slug: 'ict-in-class',
    name: 'ICT in Class',
    lang: 'en',
    kind: 'SUBJECT',
    professions: [],
    levels: [],
    joining_rule: 'REQUEST',
    purpose: 'Lessons with and about computers',
    promoted_at: AT,
    created_at: AT,
    last_activity_at: AT,
    search: 'ict in class',
  });
  await insert('network_years', {
    id: randomUUID(),
    network_id: network,
    county_id: county,
    year: '2026/27',
    state: 'ACTIVE',
    opened_at: AT,
  });
  const posts = {
    admin: ['AD', 'EVERYTHING', country],
    'county.northshore': ['CC', 'COUNTY', county],
    'region.twobays': ['RC', 'REGION', region],
    'coordinator.ict': ['NC', 'NETWORK', network],
  };
  const password_hash = await hashPassword('stoa-demo');
  for (const { email, name, lang } of demoAccounts) {
    const id = randomUUID();
    const account = email.split('@')[0];
    await insert('people', {
      id,
      handle: account.replaceAll('.', '-'),
      display_name: name,
      search: name.toLowerCase(),
      email,
      status: 'ACTIVE',
      lang,
      created_at: AT,
    });
    await insert('credentials', { person_id: id, password_hash, changed_at: AT });
    if (!posts[account]) continue;
    const [role, scope_type, scope_id] = posts[account];
    await insert('appointments', {
      id: randomUUID(),
      person_id: id,
      role,
      scope_type,
      scope_id,
      county_id: role === 'NC' ? county : null,
      starts_on: '2026-09-01',
      appointed_at: AT,
    });
  }
}
