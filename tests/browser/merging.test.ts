import { scene, useStage } from './support/stage.js';

/** Two accounts of one human, in two alphabets, and what they are known by. */
const ACCOUNTS = [
  ['0199f000-0000-7000-8000-00000000a001', 'zoe-kept', 'Zoe Pappa', 'zoe pappa', 'zoe@example.org'],
  ['0199f000-0000-7000-8000-00000000a002', 'zoe-gone', 'Πάππα Ζωή', 'παππα ζωη pappa zoe', 'zoe+school@example.org'],
] as const;

describe('two accounts of one human', () => {
  const holder = useStage();

  scene('are found, compared and made one by an administrator', holder, async (stage) => {
    for (const [id, handle, name, search, email] of ACCOUNTS)
      await stage.sql(
        `INSERT INTO people (id, handle, display_name, search, email, status, lang, created_at) VALUES ($1, $2, $3, $4, $5, 'ACTIVE', 'en', '2026-09-01T08:00:00Z')`,
        [id, handle, name, search, email],
      );
    const admin = await stage.visit({ as: 'admin' });
    const { page } = admin;
    await admin.go('/admin/people?q=zoe');
    await page.getByRole('link', { name: 'Find doubles of Zoe Pappa' }).click();
    await page.getByRole('cell', { name: 'same name and same mailbox' }).waitFor();
    await page.getByRole('link', { name: 'Compare Zoe Pappa and Πάππα Ζωή' }).press('Enter');
    await page.getByRole('heading', { name: 'Merge two accounts' }).waitFor();
    expect(await page.getByRole('row', { name: /Name in addresses/ }).innerText()).toMatch(/zoe-kept[^]*zoe-gone/);

    // The other way round and back.
    await page.getByRole('link', { name: 'Keep the other one' }).click();
    await page.getByRole('row', { name: /zoe-gone.*zoe-kept/ }).waitFor();
    await page.getByRole('link', { name: 'Keep the other one' }).click();
    await page.getByRole('row', { name: /zoe-kept.*zoe-gone/ }).waitFor();

    await page.getByRole('button', { name: 'Merge…' }).press('Enter');
    await page.getByLabel('Type zoe-gone to confirm').fill('zoe-kept');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Type zoe-gone to confirm').fill('zoe-gone');
    await page.getByRole('button', { name: 'Merge for good' }).click();
    await page.waitForURL('**/en/people/zoe-kept');

    // The old address leads on; once gone, the account can be merged no more.
    await admin.go('/people/zoe-gone');
    await page.waitForURL('**/en/people/zoe-kept');
    await admin.go(`/admin/people/merge?keep=Person_${ACCOUNTS[0][0]}&away=Person_${ACCOUNTS[1][0]}`);
    await page.getByText('One of them is erased or was merged already').waitFor();
  });
});
