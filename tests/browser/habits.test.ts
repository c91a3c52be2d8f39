import { scene, useStage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';

/** Whether the focus has stayed out of what lies behind a dialog; from its end it goes to the browser's own buttons. */
const focusInDialog = ({ page }: Visitor) =>
  page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null);

describe('what people rely on', () => {
  const holder = useStage();

  scene('everything can be reached by keyboard', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    const { page } = teacher;
    await teacher.go('/home');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');

    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    expect(await focusInDialog(teacher)).toBe(true);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await focusInDialog(teacher)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyN');
    await page.waitForURL('**/en/networks');
    await teacher.shown();

    await page.getByRole('button', { name: /Account of/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Keyboard shortcuts/ }).press('Enter');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await focusInDialog(teacher)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/Account of/);
  });

  scene('a form sent twice does its work once', holder, async (stage) => {
    const county = await stage.visit({ as: 'county.northshore' });
    await county.go('/networks/new');
    await county.page.getByLabel('Name', { exact: true }).fill('Sent twice');
    await county.page.getByLabel('Purpose').fill('Whether pressing a button twice makes two networks.');
    await county.page.getByRole('button', { name: 'Create network' }).dblclick();
    await county.page.waitForURL('**/settings');
    const rows = await stage.sql<{ n: number }>(`SELECT count(*)::int AS n FROM networks WHERE name = 'Sent twice'`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  scene('who is no longer appointed reads that the page may not do it any more', holder, async (stage) => {
    const coordinator = await stage.visit({ as: 'coordinator.ict' });
    const network = await stage.sql<{ slug: string; id: string }>(
      `SELECT n.slug, n.id FROM networks n JOIN appointments a ON a.scope_id = n.id JOIN people p ON p.id = a.person_id
       WHERE p.email = 'coordinator.ict@demo.invalid' AND a.revoked_at IS NULL LIMIT 1`,
    );
    await coordinator.go(`/networks/${network[0]?.slug}/settings`);
    await stage.sql(
      `UPDATE appointments SET revoked_at = '2026-11-24T07:00:00Z' FROM people p WHERE p.id = person_id AND p.email = 'coordinator.ict@demo.invalid' AND scope_id = $1`,
      [network[0]?.id],
    );
    await coordinator.page.getByLabel('Purpose').fill('A purpose that must not be kept.');
    await coordinator.page.getByRole('button', { name: 'Save' }).first().click();
    await coordinator.page.getByText(/You may not do this any more|no longer there, or no longer open to you/).waitFor();
    const kept = await stage.sql(`SELECT 1 FROM networks WHERE purpose = 'A purpose that must not be kept.'`);
    expect(kept).toEqual([]);
  });

  scene('whoever changes what another one changed meanwhile is told, and can refresh', holder, async (stage) => {
    const county = await stage.visit({ as: 'county.northshore' });
    const slug = (await stage.sql<{ slug: string }>(`SELECT slug FROM networks WHERE name = 'Sent twice'`))[0]?.slug ?? '';
    await county.go(`/networks/${slug}/settings`);
    await stage.sql(`UPDATE networks SET version = version + 1, purpose = 'What the other one wrote.' WHERE slug = $1`, [slug]);
    await county.page.getByLabel('Purpose').fill('What came too late.');
    await county.page.getByRole('button', { name: 'Save' }).first().click();
    await county.page.getByText(/Somebody changed this in the meantime/).waitFor();
    await county.page.getByRole('button', { name: 'Refresh' }).click();
    await county.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#purpose')?.value === 'What the other one wrote.');
  });

  scene('another language shows the same page', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    await teacher.go('/networks?kind=SUBJECT');
    const asked = new Set<string | undefined>();
    teacher.page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.add(request.headers()['stoa-lang']);
    });
    await teacher.page.getByRole('button', { name: /Account of/ }).click();
    await teacher.page
      .getByRole('menuitem', { name: 'Polski' })
      .or(teacher.page.getByRole('menuitemradio', { name: 'Polski' }))
      .click();
    await teacher.page.waitForURL('**/pl/networks?kind=SUBJECT');
    // The address changes first; the page's words are still being fetched then.
    await teacher.page.waitForFunction(() => document.documentElement.lang === 'pl');
    await teacher.shown();
    // Names of places and topics come from the API, in the language of the page and not of the person.
    expect([...asked]).toEqual(['pl']);
  });

  scene('who signs out in one tab is signed out in the others', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher020' });
    await teacher.go('/networks');
    const other = await teacher.context.newPage();
    await other.goto('/en/home');
    await other.getByRole('button', { name: /Account of/ }).waitFor();
    await teacher.page.getByRole('button', { name: /Account of/ }).click();
    await teacher.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.waitForURL('**/en/sign-in?return=*');
    await other.getByRole('button', { name: /Account of/ }).waitFor({ state: 'detached' });
  });

  scene('an administrator merges a school into another, and its page leads there', holder, async (stage) => {
    const admin = await stage.visit({ as: 'admin' });
    await admin.go('/schools');
    await admin.page.getByRole('link', { name: 'Harbour Lower Secondary' }).click();
    await admin.page.getByRole('link', { name: /Edit/ }).click();
    await admin.page.getByRole('button', { name: 'Close or merge' }).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('What becomes of it').selectOption({ label: 'It becomes part of another' });
    await dialog.getByRole('button', { name: 'Merge it' }).click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByRole('combobox', { name: 'Becomes part of' }).fill('harbour');
    await dialog.getByRole('option', { name: /Harbour Primary 3/ }).click();
    await dialog.getByRole('button', { name: 'Merge it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await admin.page.getByText('Merged').waitFor();
    await admin.page.getByRole('link', { name: 'Harbour Primary 3' }).click();
    await admin.page.getByRole('heading', { level: 1, name: 'Harbour Primary 3' }).waitFor();
  });

  scene('the dark stays', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    await teacher.go('/networks');
    await teacher.page.getByRole('button', { name: /Account of/ }).click();
    await teacher.page
      .getByRole('menuitem', { name: 'Dark' })
      .or(teacher.page.getByRole('menuitemradio', { name: 'Dark' }))
      .click();
    await teacher.page.reload();
    await teacher.shown();
    expect(await teacher.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  scene('a database that goes away and comes back costs nothing but a second try', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014', expects: [/Failed to load resource/] });
    await teacher.go('/about');
    await stage.withoutDatabase(async () => {
      await teacher.page.keyboard.press('KeyG');
      await teacher.page.keyboard.press('KeyN');
      await teacher.page.getByText('What was saved before is safe.').waitFor();
    });
    await teacher.page.getByRole('button', { name: 'Try again' }).click();
    await teacher.page.getByRole('link', { name: 'ICT in Class' }).first().waitFor();
  });
});
