import type { Page } from 'playwright-core';
import { scene, useStage } from './support/stage.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the library', () => {
  const holder = useStage();

  scene('is searched, studied and kept in the portfolio', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    const { page } = teacher;
    await teacher.go('/library?q=chat+assistents');
    // A letter is wrong, and it is found all the same.
    await page
      .getByRole('link', { name: /Chat assistants/u })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Chat assistants/u }).waitFor();
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await button(page, 'Start').click();
    await page.getByText('Begun on').waitFor();
    await page.getByLabel('Note on this resource').fill('Try it with class 6.');
    await page.getByText('Kept', { exact: true }).waitFor();
    await button(page, 'Mark as done').click();
    await page.getByText('Finished on').waitFor();
    await teacher.go('/me/portfolio');
    await page.getByRole('link', { name: title }).first().waitFor();
  });

  scene('leads along a path with a self-check to a certificate that anybody can check', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014' });
    const { page } = teacher;
    await teacher.go('/paths');
    await page.getByRole('link', { name: 'Robotics kit: from a first try to a habit' }).click();
    await page.getByText('4 of 6 steps done').waitFor();

    // The self-check says what was wrong, and why, and can be tried again.
    await page.getByRole('link', { name: 'May I use this picture in class?' }).click();
    await page.getByRole('link', { name: 'Open the self-check' }).click();
    await button(page, 'Try again').click();
    await page.getByRole('radio', { name: 'Nothing, it is free' }).check();
    await button(page, 'Check my answers').click();
    await page.getByText('Not passed yet: 0 of 5 right').waitFor();
    await page.getByText('Attribution is the one thing').waitFor();
    await button(page, 'Try again').click();
    for (const name of ['Who made it, and the licence', 'Under CC BY-SA', /^All rights are kept/u, 'Consent of their parents'])
      await page.getByRole('radio', { name }).check();
    for (const name of ['A drawing under CC BY-SA', 'A recording under CC0']) await page.getByRole('checkbox', { name }).check();
    await button(page, 'Check my answers').click();
    await page.getByText('Passed: 5 of 5 right.').waitFor();

    // What is left: a resource, and a task outside.
    await teacher.go('/paths');
    await page.getByRole('link', { name: 'Robotics kit: from a first try to a habit' }).click();
    await page.getByRole('link', { name: 'Video in lessons: slides for a staff meeting' }).click();
    await page.getByRole('link', { name: 'Open the resource' }).click();
    await button(page, 'Mark as done').click();
    await page.getByText('Finished on').waitFor();
    await teacher.go('/paths');
    await page.getByRole('link', { name: 'Robotics kit: from a first try to a habit' }).click();
    await page.getByRole('link', { name: 'Try one thing in your class' }).click();
    const before = stage.mails('teacher014@demo.invalid').length;
    await button(page, 'Mark as done').click();
    await button(page, 'Not done after all').waitFor();

    // A letter brings the certificate; the portfolio counts it, and its code says the same to a stranger.
    await stage.mail('teacher014@demo.invalid', before);
    const [certificate] = await stage.sql<{ code: string }>(
      "SELECT code FROM certificates WHERE title LIKE 'Robotics kit:%' AND person_name = 'Demo Teacher 014'",
    );
    await teacher.go('/me/portfolio');
    await page.getByText('Robotics kit: from a first try to a habit').first().waitFor();
    const stranger = await stage.visit({});
    await stranger.go('/verify');
    await stranger.page.getByLabel('Code of the certificate').fill(certificate?.code ?? '');
    await button(stranger.page, 'Check').click();
    await stranger.page.getByText('This certificate is valid.').waitFor();
    await stranger.page.getByText('Demo Teacher 014').waitFor();
  });

  scene('takes a resource from its writer to its readers, by way of remarks', holder, async (stage) => {
    const writer = await stage.visit({ as: 'teacher014' });
    const { page } = writer;
    await writer.go('/library/new');
    await page.getByLabel('Title', { exact: true }).fill('Robots in the corridor');
    await page.getByRole('radio', { name: /ICT in Class/u }).check({ force: true });
    await button(page, 'Begin').click();
    await page.getByRole('heading', { level: 1, name: /Robots in the corridor/u }).waitFor();
    // What a reader needs is asked for beside its field, and nothing is lost.
    await button(page, 'Submit for review').click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('What one can do after it').fill('You can let a robot draw.');
    await page.getByLabel('Summary').fill('A lesson with one robot for a class.');
    await page.getByLabel('Text', { exact: true }).fill('Put the robot on the floor.');
    await page.getByLabel('Author 1').fill('Demo Teacher 014');
    await page.getByLabel('Informatics').check();
    await page.getByLabel('Licence').selectOption({ label: 'CC BY (attribution)' });
    await button(page, 'Submit for review').click();
    await page.getByText('Under review').first().waitFor();

    const reviewer = await stage.visit({ as: 'coordinator.ict' });
    await reviewer.go('/approvals');
    await reviewer.page.getByRole('link', { name: 'Robots in the corridor' }).click();
    await button(reviewer.page, 'Give back with remarks').click();
    const dialog = reviewer.page.getByRole('dialog');
    await dialog.getByLabel('On', { exact: true }).selectOption({ label: 'Title' });
    await dialog.getByLabel('What should be changed').fill('Say for which class.');
    await dialog.getByRole('button', { name: 'Give back with remarks' }).click();
    await reviewer.page.waitForURL(/\/approvals$/u);

    await writer.go('/home');
    await page.getByRole('link', { name: 'Robots in the corridor' }).first().click();
    await page.getByText('Say for which class.').waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Robots in the corridor, class 4');
    await button(page, 'Submit for review').click();
    await page.getByText('Under review').first().waitFor();

    await reviewer.go('/approvals');
    await reviewer.page.getByRole('link', { name: 'Robots in the corridor, class 4' }).click();
    await button(reviewer.page, 'Publish').click();
    await reviewer.page.getByText('Published', { exact: true }).waitFor();

    // Another teacher, and then everybody, reads it and who tried it.
    const other = await stage.visit({ as: 'teacher020' });
    const address = new URL(reviewer.page.url()).pathname;
    await other.page.goto(`${stage.url}${address}`);
    await button(other.page, 'Tell how it went').click();
    await other.page.getByLabel('What you did and what came of it').fill('We drew a map of the school with it.');
    await other.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await other.page.getByText('We drew a map of the school with it.').waitFor();
    const visitor = await stage.visit();
    await visitor.page.goto(`${stage.url}${address}`);
    await visitor.page.getByText('We drew a map of the school with it.').waitFor();
  });
});
