import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { exportReport, figuresIn, figuresOnPage } from './support/exported.js';
import { scene, useStage, type Stage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';
import { windows1250 } from './support/windows-1250.js';

const PASSWORD = 'zielony tramwaj 17';

const TERRITORIES = [
  'code,kind,name,parent_code,lang',
  'LW,COUNTRY,Lechowia,,pl',
  'LW-01,REGION,nadmorskie,LW,pl',
  'LW-0101,COUNTY,łąkowski,LW-01,pl',
  'LW-0102,COUNTY,źródlański,LW-01,pl',
  'LW-010101,MUNICIPALITY,Łąkowo,LW-0101,pl',
  'LW-010201,MUNICIPALITY,Źródła,LW-0102,pl',
].join('\n');

/** Semicolons, a column whose name says nothing, a type and a county that nobody knows. */
const SCHOOLS = [
  'nazwa;typ;powiat;miejscowość;ulica;numer;poczta i kod',
  'Szkoła Podstawowa im. Żeglarzy w Łąkowie;Szkoła podstawowa;LW-0101;Łąkowo;Świętej Jadwigi;3;11-101',
  'Liceum Ogólnokształcące w Źródłach;Liceum ogólnokształcące;LW-0102;Źródła;Główna;1A;11-202',
  'Przedszkole „Jeżyk”;Przedszkole;LW-0101;Łąkowo;Leśna;7;11-101',
  'Koło Miłośników Ćmy;Kółko zainteresowań;LW-0101;Łąkowo;Leśna;9;11-101',
  'Szkoła za Morzem;Szkoła podstawowa;LW-0999;Daleko;Długa;2;11-999',
].join('\r\n');

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

async function importFile({ page }: Visitor, kind: string, file: { name: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: kind });
  await page.locator('#file').setInputFiles({ ...file, mimeType: 'text/csv' });
  await button(page, 'Send and check').click();
  await page.getByText('Checked, waits for you').waitFor();
}

async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page
    .getByRole('option', { name: new RegExp(typed) })
    .first()
    .click();
}

/** Somebody without an account follows the link of an invitation and chooses a password. */
async function acceptInvitation(stage: Stage, email: string): Promise<Visitor> {
  const link = /https?:\/\/\S+\/join\/\S+/.exec((await stage.mail(email)).text)?.[0] ?? '';
  const visitor = await stage.visit();
  await visitor.page.goto(link);
  await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await visitor.page.getByLabel('Language', { exact: true }).selectOption('en');
  await visitor.page.getByLabel('I agree to the terms').check();
  await button(visitor.page, 'Accept and sign in').click();
  await visitor.page.getByRole('button', { name: /Account of/ }).waitFor();
  return visitor;
}

async function signUp(stage: Stage, name: string, email: string): Promise<Visitor> {
  const visitor = await stage.visit();
  await visitor.go('/sign-up');
  await visitor.page.getByLabel('Your name').fill(name);
  await visitor.page.getByLabel('E-mail address').fill(email);
  await button(visitor.page, 'Send me the link').click();
  await visitor.page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor();
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec((await stage.mail(email)).text)?.[0] ?? '';
  await visitor.page.goto(link);
  await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await visitor.page.getByLabel('I agree to the terms').check();
  await button(visitor.page, 'Create my account').click();
  await visitor.page.getByRole('button', { name: /Account of/ }).waitFor();
  return visitor;
}

describe('the year of a network', () => {
  const holder = useStage();

  scene('runs from imported registers to the exported annual report', holder, async (stage) => {
    // The administrator brings the registers in.
    const admin = await stage.visit({ as: 'admin' });
    await admin.go('/admin/import');
    await importFile(admin, 'Territories', { name: 'territories-lw.csv', buffer: Buffer.from(TERRITORIES) });
    await button(admin.page, 'Import 6 valid rows').click();
    await admin.page.getByText('Imported', { exact: true }).waitFor();

    await admin.go('/admin/import');
    await importFile(admin, 'Schools', { name: 'szkoly.csv', buffer: windows1250(SCHOOLS) });
    expect(await admin.page.getByLabel('Encoding').inputValue()).toBe('windows-1250');
    expect(await admin.page.getByLabel('Separator').inputValue()).toBe(';');
    await admin.page.getByLabel('What the column poczta i kod fills').selectOption('postalCode');
    // The first look's figures and file stand there until the second is done, whose file is another one.
    const download = admin.page.getByRole('link', { name: 'Download the rejected rows' });
    const before = await download.getAttribute('href');
    await button(admin.page, 'Look through it again').click();
    await admin.page.locator(`a[download]:not([href="${before}"])`).waitFor();
    await button(admin.page, 'Import 3 valid rows').waitFor();
    const [rejects] = await Promise.all([admin.page.waitForEvent('download'), download.click()]);
    const rejected = readFileSync(await rejects.path(), 'utf8');
    expect(rejected).toContain('Koło Miłośników Ćmy');
    expect(rejected).toContain('Szkoła za Morzem');
    expect(rejected).not.toContain('Żeglarzy');
    await button(admin.page, 'Import 3 valid rows').click();
    await admin.page.getByText('Imported', { exact: true }).waitFor();

    // A county coordinator is appointed, and comes by the mail of invitation.
    await admin.go('/admin/roles');
    await button(admin.page, 'Appoint').click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('Role', { exact: true }).selectOption({ label: 'County project coordinator' });
    await choose(admin.page, 'For', 'łąkowski');
    await dialog.getByText('Somebody new, by e-mail').click();
    await dialog.getByLabel('E-mail address').fill('ewa@powiat.example');
    await dialog.getByLabel('Name', { exact: true }).fill('Ewa Żak');
    await dialog.getByLabel('Language of the invitation and letter').selectOption('en');
    await dialog.getByRole('button', { name: 'Appoint and write the letter' }).click();
    await dialog.waitFor({ state: 'detached' });
    const county = await acceptInvitation(stage, 'ewa@powiat.example');

    // She opens a network and appoints its coordinator.
    await county.go('/networks/new');
    await county.page.getByLabel('Name', { exact: true }).fill('Fizyka w szkole');
    await county.page.getByLabel('Purpose').fill('Doświadczenia, które da się zrobić w każdej klasie.');
    await button(county.page, 'Create network').click();
    await button(county.page, 'Open for members').click();
    await button(county.page, 'Make public').click();
    await button(county.page, 'Start the year').click();
    await button(county.page, 'Conclude the year').waitFor();
    await county.go('/county/lakowski/appointments');
    await button(county.page, /^Appoint for Fizyka w szkole$/).click();
    const post = county.page.getByRole('dialog');
    await post.getByText('Somebody new, by e-mail').click();
    await post.getByLabel('E-mail address').fill('adam@szkola.example');
    await post.getByLabel('Name', { exact: true }).fill('Adam Ślusarz');
    await post.getByRole('button', { name: 'Appoint and write the letter' }).click();
    await post.waitFor({ state: 'detached' });
    const coordinator = await acceptInvitation(stage, 'adam@szkola.example');

    // Teachers sign up and ask to join; the coordinator admits them.
    const teachers: Visitor[] = [];
    for (const [name, email] of [
      ['Zofia Wójcik', 'zofia@szkola.example'],
      ['Jan Gęś', 'jan@szkola.example'],
    ] as const) {
      const teacher = await signUp(stage, name, email);
      await teacher.go('/networks/fizyka-w-szkole');
      await button(teacher.page, 'Ask to join').click();
      await teacher.page.getByLabel('Message to the coordinator').fill('Uczę fizyki.');
      await button(teacher.page, 'Send the request').click();
      await button(teacher.page, 'Withdraw the request').waitFor();
      teachers.push(teacher);
    }
    await coordinator.go('/networks/fizyka-w-szkole/members');
    await coordinator.page.getByLabel('Choose Zofia Wójcik').check();
    await coordinator.page.getByLabel('Choose Jan Gęś').check();
    await button(coordinator.page, 'Admit 2').click();
    await coordinator.page.getByText('2 people admitted').waitFor();

    // A question, an answer, and its acceptance.
    const [zofia, jan] = teachers as [Visitor, Visitor];
    await zofia.go('/networks/fizyka-w-szkole/discussions/new');
    await zofia.page.getByLabel('Title', { exact: true }).fill('Jak pokazać dyfrakcję?');
    await zofia.page.locator('#body').fill('Mam tylko laser i płytę CD. *Co polecacie?*');
    await button(zofia.page, 'Ask the network').click();
    await zofia.page.getByRole('heading', { level: 1, name: 'Jak pokazać dyfrakcję?' }).waitFor();
    const thread = new URL(zofia.page.url()).pathname.replace('/en', '');
    const reply = async (who: Visitor, text: string) => {
      await who.go(thread);
      await who.page.locator('#body').fill(text);
      await button(who.page, 'Post reply').click();
      await who.page.locator('article').filter({ hasText: text }).waitFor();
    };
    await reply(jan, 'Włos i laser wystarczą.');
    await reply(jan, 'Kupcie u mnie siatki dyfrakcyjne!');
    await zofia.go(thread);
    await zofia.page.locator('#p2').getByRole('button', { name: 'Accept as answer' }).click();
    await zofia.page.locator('#p2').getByText('Accepted answer').waitFor();

    // The coordinator hides an advertisement; its author reads why, others do not read it.
    await coordinator.go(thread);
    await coordinator.page.locator('#p3').getByRole('button', { name: 'More about post 3' }).click();
    await coordinator.page.getByRole('menuitem', { name: 'Hide' }).click();
    await coordinator.page.getByRole('dialog').getByLabel('Reason', { exact: true }).fill('Reklamy są tu niedozwolone.');
    await coordinator.page.getByRole('dialog').getByRole('button', { name: 'Hide' }).click();
    await coordinator.page.getByRole('dialog').waitFor({ state: 'detached' });
    await jan.go(thread);
    await jan.page.locator('#p3').getByText('Reklamy są tu niedozwolone.').waitFor();
    expect((await stage.mail('jan@szkola.example', stage.mails('jan@szkola.example').length - 1)).text.length).toBeGreaterThan(0);
    await zofia.go(thread);
    await zofia.page.getByText('This post was hidden by a coordinator.').waitFor();
    expect(await zofia.page.getByText('siatki dyfrakcyjne').count()).toBe(0);

    // The school year ends. The coordinator begins the report; a late post changes a figure.
    await stage.moveClock('2027-07-05T09:00:00+02:00');
    await coordinator.go('/networks/fizyka-w-szkole/report');
    await button(coordinator.page, 'Begin the report 2026/27').click();
    await coordinator.page.getByRole('heading', { level: 1, name: 'Annual report 2026/27' }).waitFor();
    await coordinator.shown();
    const first = await figuresOnPage(coordinator);
    await reply(zofia, 'Udało się, dziękuję!');
    await coordinator.go('/networks/fizyka-w-szkole/report/2026-27');
    const accept = coordinator.page.getByRole('button', { name: /^Accept( all)? \d+/ });
    await accept.last().click();
    await accept.first().waitFor({ state: 'detached' });
    for (const title of await coordinator.page.locator('section').filter({ hasText: 'Needs words' }).locator('h2').allTextContents()) {
      const section = coordinator.page
        .locator('section')
        .filter({ has: coordinator.page.getByRole('heading', { level: 2, name: title, exact: true }) });
      await section.getByRole('button', { name: 'Write', exact: true }).click();
      await section.getByRole('textbox').fill(`Słowa o tym, co liczby przemilczają: ${title}.`);
      await section.getByRole('button', { name: 'Done', exact: true }).click();
      await section.getByText('Written', { exact: true }).waitFor();
    }
    await button(coordinator.page, 'Present to members').click();
    await button(coordinator.page, 'Submit to the county').click();
    await coordinator.page.getByRole('dialog').getByRole('button', { name: 'Submit to the county' }).click();
    await coordinator.page.getByText('Figures and text are frozen.').first().waitFor();

    // The county approves, and sees all its networks.
    await county.go('/approvals');
    await county.page.getByRole('heading', { level: 1, name: '1 matter waits for your decision' }).waitFor();
    await county.go('/networks/fizyka-w-szkole/report/2026-27');
    await button(county.page, 'Approve revision 1').click();
    await county.page.getByText(/^Approved by Ewa Żak/).waitFor();
    await county.go('/county/lakowski');
    await county.page.getByRole('link', { name: 'Fizyka w szkole' }).first().waitFor();

    // Five files, one truth.
    await county.go('/networks/fizyka-w-szkole/report/2026-27');
    const shown = await figuresOnPage(county);
    const labels = Object.keys(shown);
    expect(labels.length).toBeGreaterThan(4);
    expect(shown).not.toEqual(first);
    for (const format of ['JSON', 'CSV', 'XLSX', 'DOCX', 'PDF'] as const) {
      const bytes = await exportReport(county, format);
      expect({ format, figures: await figuresIn[format]?.(bytes, labels) }).toEqual({ format, figures: shown });
    }

    // The county makes it public, and anybody reads it.
    await county.go('/networks/fizyka-w-szkole/report/2026-27');
    await button(county.page, 'Publish').click();
    await county.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await county.page.getByText(/^Published on/).waitFor();
    const anybody = await stage.visit();
    await anybody.go('/networks/fizyka-w-szkole/report/2026-27');
    await anybody.page.getByText(/^Published on/).waitFor();
    await anybody.page.getByText('Słowa o tym, co liczby przemilczają').first().waitFor();
    expect(await anybody.page.getByRole('button', { name: 'Export' }).count()).toBe(0);
  });
});
