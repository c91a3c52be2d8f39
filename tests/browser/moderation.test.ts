import pg from 'pg';
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
});
