import { readFile } from 'node:fs/promises';
import { placesOf } from './support/places.js';
import { scene, useStage } from './support/stage.js';
import { findBarriers } from './support/axe.js';

describe('writing', () => {
  const holder = useStage();

  scene('what is written is previewed, kept, quoted, mentioned, thanked for, saved and summed up', holder, async (stage) => {
    const at = await placesOf(stage);
    const thread = at({ path: 'networks/:network/discussions/:thread', role: 'teacher' });
    const coordinator = await stage.visit({ as: 'coordinator.ict', expects: [/ERR_INTERNET_DISCONNECTED/u] });
    const { page } = coordinator;
    await coordinator.go(thread);
    const composer = page.getByRole('textbox', { name: 'Your reply' });

    // A quotation with its link, and somebody to mention, by keyboard alone.
    await page.locator('#p2').focus();
    await page.keyboard.press('KeyQ');
    await page.waitForFunction(
      () => document.activeElement?.id === 'body' && (document.activeElement as HTMLTextAreaElement).value.includes('#p2'),
    );
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Thank you! @');
    const options = page.getByRole('listbox').getByRole('option');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = (await options.nth(1).locator('small').textContent()) ?? '';
    await page.keyboard.press('Enter');
    await options.first().waitFor({ state: 'detached' });
    expect(await composer.inputValue()).toMatch(new RegExp(`> \\*\\*.+\\*\\* #p2\\n>\\n[^]+Thank you! ${chosen} $`, 'u'));

    // The preview is what the post will be.
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.locator('.markdown-editor .preview');
    await preview.locator('a[href="#p2"]').waitFor();
    const shown = await preview.locator('.prose').innerHTML();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Write', exact: true }).click();

    // The draft waits on another device, and goes when it was sent.
    await page.getByText(/^Draft saved \d/).waitFor();
    const elsewhere = await stage.visit({ as: 'coordinator.ict', width: 390, theme: 'dark' });
    await elsewhere.go(thread);
    await elsewhere.page.getByText('You began a text here').waitFor();
    await elsewhere.page.getByRole('button', { name: 'Go on with it' }).click();
    expect(await elsewhere.page.getByRole('textbox', { name: 'Your reply' }).inputValue()).toBe((await composer.inputValue()).trim());
    await page.getByRole('button', { name: 'Post reply' }).click();
    const posted = page.locator('article').last();
    await posted.getByText('Thank you!').waitFor();
    expect(await posted.locator('.prose').innerHTML()).toBe(shown);
    await page.waitForFunction(() => (document.getElementById('body') as HTMLTextAreaElement).value === '');
    expect(await stage.sql('SELECT 1 FROM drafts')).toEqual([]);

    // Without network a reply waits, visibly counted, and is sent once when the network is back.
    await page.context().setOffline(true);
    await composer.fill('Written in a tunnel');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await page.getByText('1 reply waits to be sent').waitFor();
    await page.getByRole('article', { name: 'A reply that waits' }).getByText('Written in a tunnel').waitFor();
    expect(await composer.inputValue()).toBe('');
    await page.context().setOffline(false);
    await page.getByText('1 reply waits to be sent').waitFor({ state: 'detached' });
    expect(await stage.sql("SELECT 1 FROM posts WHERE body = 'Written in a tunnel'")).toHaveLength(1);

    // Reactions, saving, the summary.
    const second = page.locator('#p2');
    await second.getByRole('button', { name: 'Thanks: 0' }).press('Enter');
    await second.getByRole('button', { name: 'Thanks: 1', pressed: true }).waitFor();
    await second.getByRole('button', { name: 'More about post 2' }).click();
    await page.getByRole('menuitem', { name: 'Who reacted' }).click();
    await page.getByRole('dialog').getByRole('link').waitFor();
    await page.keyboard.press('Escape');
    await second.focus();
    await page.keyboard.press('KeyB');
    await page.getByText('Saved. You find it').waitFor();
    await page.getByRole('button', { name: 'Write a summary' }).click();
    await page.getByRole('textbox', { name: 'Summary' }).fill('It works, see #p2.');
    await page.getByRole('button', { name: 'Save the summary' }).click();
    await page.getByRole('region', { name: 'Summary' }).getByRole('link', { name: '#2' }).waitFor();
    // The composer lies over what it is not read with.
    await coordinator.stretch();
    expect(await findBarriers(page)).toEqual([]);
    await coordinator.go('/me/saved');
    await page.getByRole('button', { name: 'Remove from saved posts' }).click();
    await page.getByText('No longer saved').waitFor();
  });

  scene('edits show what they changed, and a new title what was said already', holder, async (stage) => {
    const at = await placesOf(stage);
    const teacher = await stage.visit({ as: 'teacher014' });
    const { page } = teacher;
    await teacher.go(at({ path: 'networks/:network/discussions/new', role: 'teacher' }));
    await page.getByLabel('Title').fill('A kit of robots that nobody has asked about');
    await page.getByRole('textbox', { name: 'Text' }).fill('Who has some?');
    for (const key of ['Control+KeyA', 'Control+KeyB']) await page.keyboard.press(key);
    await page.waitForFunction(() => (document.getElementById('body') as HTMLTextAreaElement).value === '**Who has some?**');
    await page.getByRole('button', { name: 'Ask the network' }).click();
    await page.waitForURL('**/discussions/*-a-kit-of-robots*');
    const post = page.locator('#p1');
    await post.getByRole('button', { name: 'More about post 1' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('**Who has two of them?**');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await post.getByText('Who has two of them?').waitFor();
    await post.getByRole('button', { name: 'More about post 1' }).click();
    await page.getByRole('menuitem', { name: 'Earlier texts' }).click();
    const history = page.getByRole('dialog');
    await history.locator('ins').waitFor();
    expect(await history.locator('ins').allTextContents()).toEqual([expect.stringContaining('two of them')]);
    expect(await history.locator('del').allTextContents()).toEqual([expect.stringContaining('some')]);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await teacher.go(at({ path: 'networks/:network/discussions/new', role: 'teacher' }));
    await page.getByLabel('Title').fill('Which robot kits?');
    await page.getByRole('link', { name: 'A kit of robots that nobody has asked about' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  scene('files are attached, gone on with after a broken line, seen by others and gone with their post', holder, async (stage) => {
    const at = await placesOf(stage);
    const thread = at({ path: 'networks/:network/discussions/:thread', role: 'teacher' });
    const teacher = await stage.visit({ as: 'teacher014', expects: [/ERR_CONNECTION_RESET/u, /status of 422/u] });
    const reader = await stage.visit({ as: 'coordinator.ict', width: 390, theme: 'dark' });
    const { page } = teacher;
    await Promise.all([teacher.go(thread), reader.go(thread)]);
    await reader.page.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await reader.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const composer = page.getByRole('textbox', { name: 'Your reply' });

    // A picture is pasted; a large file comes beside it, and its line breaks until somebody says to go on.
    let stretches = 0;
    await page.route('**/uploads/*', (route) =>
      route.request().method() === 'PATCH' && Number(route.request().headers()['upload-offset']) > 0 && ++stretches <= 4
        ? route.abort('connectionreset')
        : route.continue(),
    );
    const picture = (await page.screenshot({ type: 'png' })).toString('base64');
    await composer.focus();
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, picture);
    const file = (name: string, content: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: content });
    const plan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6_000_000, 'plan ')]);
    await page.locator('input[type=file]').setInputFiles([file('Plan.pdf', plan), file('setup.exe', Buffer.from('MZ'))]);
    await page.getByText('Programs and scripts cannot be attached').waitFor();
    await page.getByText(/^The connection broke; \d+% has arrived/u).waitFor({ timeout: 60_000 });
    await composer.fill('Here is our plan.');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await page.getByText('Wait until every file has arrived').waitFor();
    // The composer lies over what it is not read with.
    await teacher.stretch();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByText('2 of 3 files have arrived').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Remove setup.exe' }).press('Enter');
    // The draft keeps what arrived.
    await teacher.go(thread);
    await page.getByText('2 of 2 files have arrived').waitFor({ state: 'attached' });
    await page.getByLabel('What does the picture show?').fill('The page as it was');
    await page.getByRole('button', { name: 'Post reply' }).click();

    // Whoever reads the thread sees it come, opens the picture and downloads the file.
    const post = reader.page.locator('article').filter({ hasText: 'Here is our plan.' });
    const shown = post.getByRole('img', { name: 'The page as it was' });
    await shown.waitFor();
    expect(await shown.getAttribute('loading')).toBe('lazy');
    expect([await shown.getAttribute('width'), await shown.getAttribute('height')]).toEqual(['960', '675']);
    await post.getByRole('button', { name: 'The page as it was' }).press('Enter');
    await reader.page.waitForFunction(() => document.querySelector<HTMLImageElement>('dialog img')?.naturalWidth === 1280);
    expect(await findBarriers(reader.page)).toEqual([]);
    const url = (await reader.page.getByRole('dialog').getByRole('img').getAttribute('src')) ?? '';
    await reader.page.keyboard.press('Escape');
    const [download] = await Promise.all([reader.page.waitForEvent('download'), post.getByRole('link', { name: 'Plan.pdf' }).click()]);
    expect(download.suggestedFilename()).toBe('Plan.pdf');
    expect((await readFile(await download.path())).equals(plan)).toBe(true);

    // Hidden, it takes its files away from everybody but its author and those who moderate.
    const member = await stage.visit({ as: 'principal.harbour7', expects: [/status of 404/u] });
    await member.go('/home');
    const load = (visitor: typeof member) => visitor.page.evaluate(async (path) => (await fetch(path)).status, url);
    await stage.sql(
      `INSERT INTO memberships (id, person_id, network_id, county_id, state, requested_at, joined_at)
       SELECT gen_random_uuid(), p.id, n.id, n.county_id, 'ACTIVE', now(), now() FROM people p, posts o JOIN networks n ON n.id = o.network_id
       WHERE p.email = 'principal.harbour7@demo.invalid' AND o.body = 'Here is our plan.' ON CONFLICT DO NOTHING`,
    );
    expect([await load(reader), await load(member)]).toEqual([200, 200]);
    await stage.sql("UPDATE posts SET visibility = 'HIDDEN' WHERE body = 'Here is our plan.'");
    expect([await load(reader), await load(teacher), await load(member)]).toEqual([200, 200, 404]);
  });

  scene('a poll is made with its discussion, and its readers see at once what others vote', holder, async (stage) => {
    const at = await placesOf(stage);
    const author = await stage.visit({ as: 'teacher014' });
    const { page } = author;
    await author.go(at({ path: 'networks/:network/discussions/new', role: 'teacher' }));
    await page.getByLabel('Title').fill('When do we meet in January?');
    await page.getByRole('textbox', { name: 'Text' }).fill('Please choose a day.');
    await page.getByRole('button', { name: 'Add a poll' }).press('Enter');
    await page.getByLabel('What do you want to know?').fill('Which day suits you?');
    await page.getByLabel('Answer 1', { exact: true }).fill('Monday');
    await page.getByLabel('Answer 2', { exact: true }).fill('monday');
    await page.getByRole('button', { name: 'Add an answer' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'poll.options.2');
    await page.keyboard.type('Friday');
    await page.getByLabel('To whoever has voted').check();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask the network' }).click();
    // What is wrong with an answer is said beside it.
    await page.locator('[id="poll.options.1-error"]').waitFor();
    await page.getByLabel('Answer 2', { exact: true }).fill('Tuesday');
    await page.getByRole('button', { name: 'Ask the network' }).click();
    await page.waitForURL('**/discussions/*-when-do-we-meet*');
    const poll = page.getByRole('group', { name: 'Which day suits you?' });
    await page.getByText('Nobody has voted yet').waitFor();
    expect(await poll.getByRole('radio').count()).toBe(3);

    const path = new URL(page.url()).pathname.replace(/^\/en/u, '');
    const others = [
      await stage.visit({ as: 'coordinator.ict', width: 390, theme: 'dark' }, await stage.anotherNode()),
      await stage.visit({ as: 'teacher012' }),
    ] as const;
    for (const [place, other] of others.entries()) {
      await other.go(path);
      const choice = other.page.getByRole('radio', { name: 'Friday' });
      await choice.waitFor();
      // By the keyboard alone.
      await choice.focus();
      await other.page.keyboard.press('Space');
      await other.page.keyboard.press('Enter');
      await other.page.getByRole('button', { name: 'Take my vote back' }).waitFor();
      // The author sees without a reload that they voted, and not yet what.
      await page.getByText(place === 0 ? '1 person has voted' : '2 people have voted').waitFor();
    }
    expect(await page.getByText('100%').count()).toBe(0);
    await others[0].page.locator('[data-option="3"]').getByText('2 votes · 100%').waitFor();
    await others[0].stretch();
    expect(await findBarriers(others[0].page)).toEqual([]);

    await poll.getByRole('radio', { name: 'Monday' }).check();
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await page.locator('[data-option="3"]').getByText('2 votes · 67%').waitFor();
    await others[1].page.locator('[data-option="1"]').getByText('1 vote · 33%').waitFor();
    await page.getByRole('button', { name: 'End the poll' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the poll' }).click();
    await others[1].page.getByRole('radio').first().waitFor({ state: 'detached' });
    await others[1].page.getByText('ended', { exact: false }).waitFor();
    expect(await findBarriers(others[1].page)).toEqual([]);
  });
});
