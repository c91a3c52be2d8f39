import pg from 'pg';
import { placesOf } from './support/places.js';
import { scene, useStage, type Stage } from './support/stage.js';

/** Address of a visible reply of a person of the demo world in the network of the ICT coordinator. */
async function replyOf(stage: Stage, account: string): Promise<{ path: string; no: number }> {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ path: string; no: number }>(
      `SELECT '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path, p.no
       FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = p.network_id JOIN people a ON a.id = p.author_id
       JOIN appointments c ON c.scope_id = n.id AND c.role = 'NC' JOIN people k ON k.id = c.person_id
       WHERE a.email = $1 AND k.email = 'coordinator.ict@demo.invalid' AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL
         AND t.visibility = 'VISIBLE' AND p.author_id <> c.person_id
       ORDER BY p.no DESC, p.created_at DESC LIMIT 1`,
      [`${account}@demo.invalid`],
    );
    const [row] = rows;
    if (!row) throw new Error(`${account} wrote nothing there`);
    return row;
  } finally {
    await client.end();
  }
}

describe('moderation', () => {
  const holder = useStage();

  scene('who disagrees with a decision appeals, and the county takes it back', holder, async (stage) => {
    const { path, no } = await replyOf(stage, 'teacher014');
    const coordinator = await stage.visit({ as: 'coordinator.ict' });
    await coordinator.go(path);
    await coordinator.page.getByRole('button', { name: `More about post ${String(no)}`, exact: true }).click();
    await coordinator.page.getByRole('menuitem', { name: 'Hide', exact: true }).click();
    const reason = coordinator.page.getByRole('dialog');
    await reason.getByLabel('Start from a template').selectOption({ index: 1 });
    await reason.getByRole('button', { name: 'Hide' }).click();
    await reason.waitFor({ state: 'detached' });

    const teacher = await stage.visit({ as: 'teacher014' });
    await teacher.go('/me/decisions');
    await teacher.page.getByRole('button', { name: 'Appeal' }).click();
    const appeal = teacher.page.getByRole('dialog');
    await appeal.getByRole('button', { name: 'Send appeal' }).click();
    await appeal.getByRole('alert').first().waitFor();
    await appeal.getByLabel('Why is the decision wrong?').fill('It names nobody.');
    await appeal.getByRole('button', { name: 'Send appeal' }).click();
    await teacher.page.getByText('Your appeal waits for an answer').waitFor();

    const county = await stage.visit({ as: 'county.southbay' });
    await county.go('/review/appeals');
    await county.page.getByText('It names nobody.').waitFor();
    await county.page.getByRole('button', { name: 'Take the decision back' }).click();
    const answer = county.page.getByRole('dialog');
    await answer.getByLabel('Reason').fill('It names nobody, indeed.');
    await answer.getByRole('button', { name: 'Take the decision back' }).click();
    await county.page.getByText('No appeal waits for you').waitFor();

    await teacher.go('/me/decisions');
    await teacher.page.getByText('Your appeal was granted: the decision was taken back').waitFor();
    const slug = path.split('/')[2] ?? '';
    await teacher.go(`/networks/${slug}/decisions`);
    // What was answered is for who appealed: it may name somebody.
    await teacher.page.getByText('The reason was told to the person concerned.').first().waitFor();
    expect(await teacher.page.getByText('It names nobody, indeed.').count()).toBe(0);
    expect(await teacher.page.getByText('County').count()).toBe(0);
  });

  scene('a long discussion is walked by its slider, and split', holder, async (stage) => {
    const at = await placesOf(stage);
    const path = at({ path: 'networks/:network/discussions/:thread', role: 'teacher' });
    const [, , slug = '', , address = ''] = path.split('/');
    await stage.sql(
      `WITH grown AS (
         SELECT t.id, t.county_id, t.network_id, t.author_id, t.created_at, t.last_post_no AS last FROM threads t JOIN networks n ON n.id = t.network_id
         WHERE n.slug = '${slug}' AND t.no = ${String(Number.parseInt(address, 10))}
       ), posts AS (
         INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at)
         SELECT gen_random_uuid(), county_id, network_id, id, n, author_id, 'Post ' || n, '<p>Post ' || n || '</p>', 'en', created_at + n * interval '1 hour'
         FROM grown, generate_series(last + 1, 400) n
       ) UPDATE threads SET last_post_no = 400, posts_count = 400 WHERE id = (SELECT id FROM grown)`,
    );
    const coordinator = await stage.visit({ as: 'coordinator.ict' });
    const { page } = coordinator;
    await coordinator.go(path);
    const slider = page.getByRole('slider', { name: 'Go to a post' });
    await slider.focus();
    await page.keyboard.press('End');
    await page.locator('#p400').waitFor();
    await slider.fill('360');
    await page.locator('#p360').waitFor();
    expect(page.url()).toContain('at=360');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+ of 400, /u);
    await page.getByRole('button', { name: 'Show earlier posts' }).click();
    await page.locator('#p330').waitFor();

    await page.locator('#p360').getByRole('button', { name: 'More about post 360' }).click();
    await page.getByRole('menuitem', { name: 'Split off into a new discussion' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').nth(1).check();
    await dialog.getByLabel('Title').fill('A discussion of its own');
    await dialog.getByLabel('Reason').fill('It is about something else.');
    await dialog.getByRole('button', { name: 'Split off into a new discussion' }).click();
    await page.waitForURL('**-a-discussion-of-its-own*');
    await page.locator('#p2').getByText('Post 361').waitFor();

    // A link to where the post was leads to where it is.
    const reader = await stage.visit({ as: 'teacher014' });
    await reader.go(`${path}#p361`);
    await reader.page.waitForURL('**-a-discussion-of-its-own#p2');
  });
});
