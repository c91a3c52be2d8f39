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
});
