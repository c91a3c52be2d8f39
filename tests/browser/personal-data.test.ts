import { scene, useStage } from './support/stage.js';

describe('personal data in the hands of people and administrators', () => {
  const holder = useStage();

  scene('who asks for a correction is told what lacks, and sees that the request waits', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    await teacher.go('/me/privacy');
    await teacher.page.getByRole('button', { name: 'Ask for a correction' }).click();
    const asking = teacher.page.getByRole('dialog');
    await asking.getByLabel('What is wrong').fill('The letter names another school');
    await asking.getByRole('button', { name: 'Send the request' }).click();
    await asking.getByText('Fill this in').first().waitFor();
    await asking.getByLabel('What is right').fill('Harbour Primary 7');
    await asking.getByRole('button', { name: 'Send the request' }).click();
    await asking.waitFor({ state: 'detached' });
    await teacher.page.getByText('Waiting', { exact: true }).waitFor();
  });

  scene('days of retention are set, and what is past them goes', holder, async (stage) => {
    const admin = await stage.visit({ as: 'admin' });
    await admin.go('/admin/retention');
    await admin.page.getByRole('button', { name: 'Change: Exports' }).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('Days kept after the end').fill('1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Enter a whole number between 2 and 30.').first().waitFor();
    await dialog.getByLabel('Days kept after the end').fill('14');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await admin.page.getByRole('cell', { name: /^14 days/ }).waitFor();
    await admin.page.getByRole('button', { name: 'Clear away now' }).click();
    await dialog.getByRole('button', { name: 'Clear away now' }).click();
    await admin.page.getByText(/^Last run .*, by Demo Administrator/).waitFor();
  });

  scene('new terms are asked for at the next visit, and one’s data stay open without them', holder, async (stage) => {
    const atWork = await stage.visit({ as: 'teacher020' });
    await atWork.go('/me/preferences');
    await atWork.page.getByLabel('About you').fill('Written before the terms came');

    const admin = await stage.visit({ as: 'admin' });
    await admin.go('/admin/consents');
    await admin.page.getByRole('button', { name: 'New terms' }).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('Holds from').fill('2026-11-24');
    for (const language of ['English', 'Ελληνικά', 'Polski', 'Русский'])
      await dialog.getByLabel(`Text: ${language}`).fill(`The second version (${language})`);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.waitFor({ state: 'detached' });

    // Whoever is at work meanwhile is asked over the page; then what was written goes on its way.
    await atWork.page.getByRole('button', { name: 'Save profile' }).click();
    const asked = atWork.page.getByRole('dialog', { name: 'Before you go on' });
    await asked.getByText('The second version (English)').waitFor();
    await asked.getByLabel('I have read this and agree').check();
    await asked.getByRole('button', { name: 'Agree and go on' }).click();
    await asked.waitFor({ state: 'detached' });
    await atWork.page.getByText('Saved', { exact: true }).first().waitFor();

    const teacher = await stage.visit({ as: 'teacher014' });
    await teacher.go('/networks');
    await teacher.page.getByRole('heading', { name: 'Before you go on' }).waitFor();
    await teacher.go('/me/privacy');
    await teacher.page.getByRole('heading', { name: 'Take it with you' }).waitFor();
    await teacher.go('/networks');
    await teacher.page.getByRole('button', { name: 'Agree and go on' }).click();
    await teacher.page.getByText('Agreement is needed.').first().waitFor();
    await teacher.page.getByLabel('I have read this and agree').check();
    await teacher.page.getByRole('button', { name: 'Agree and go on' }).click();
    await teacher.page.getByRole('heading', { name: 'Networks', level: 1 }).waitFor();
    await teacher.go('/me/privacy');
    await teacher.page.getByRole('rowheader', { name: 'Terms of use, version 2' }).waitFor();
  });
});
