import { findBarriers } from './support/axe.js';
import { heldAnswer } from './support/held-answer.js';
import { placesOf } from './support/places.js';
import { actOnPost, replyOf, reportReplies } from './support/posts.js';
import { scene, useStage, type Stage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';

/** What has the focus: its tag and words, the row around it, and whether one sees that it has it. */
const focus = ({ page }: Visitor) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      tag: element.tagName,
      words: element.innerText,
      row: element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null,
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });

/** Goes on by Tab to what a predicate of its words and tag wants. */
async function tabTo(visitor: Visitor, wanted: { tag: string; words?: string }): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await visitor.page.keyboard.press('Tab');
    const { tag, words, seen } = await focus(visitor);
    expect(seen).toBe(true);
    if (tag === wanted.tag && (wanted.words === undefined || words === wanted.words)) return;
  }
  throw new Error(`No ${wanted.tag} was reached`);
}

/** The county's coordinator goes through the queue and answers an appeal without a mouse. */
async function reviewByKeyboard(stage: Stage): Promise<void> {
  await reportReplies(stage, 2);
  const county = await stage.visit({ as: 'county.southbay' });
  const { page } = county;
  const press = (key: string) => page.keyboard.press(key);
  await county.go('/home');
  await press('KeyG');
  await press('KeyR');
  await page.waitForURL('**/review');
  await county.shown();
  expect(await focus(county)).toMatchObject({ tag: 'H1', words: 'Review' });

  // From item to item, and into what was said around one.
  await press('KeyJ');
  const first = await focus(county);
  expect(first).toMatchObject({ tag: 'A', row: expect.stringContaining('Post_'), seen: true });
  await press('KeyJ');
  const second = await focus(county);
  expect(second.row).not.toBe(first.row);
  await press('KeyK');
  expect(await focus(county)).toEqual(first);
  await tabTo(county, { tag: 'SUMMARY' });
  await press('Enter');
  const row = page.locator(`[data-row="${String(first.row)}"]`);
  await row.locator('details[open]').waitFor();

  // Hidden by a template, which begins with the focus in the first field; then it goes on to what comes next.
  await press('KeyH');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await focus(county)).toMatchObject({ tag: 'SELECT', seen: true });
  await press('ArrowDown');
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('dialog #reason')?.value !== '');
  expect(await findBarriers(page)).toEqual([]);
  await press('Control+Enter');
  await row.waitFor({ state: 'detached' });
  expect(await focus(county)).toMatchObject({ tag: 'A', row: second.row, seen: true });

  // Taken back within ten seconds it has the focus again; kept, it goes for good.
  await press('KeyU');
  await row.waitFor();
  await page.waitForFunction((id) => document.activeElement?.closest(`[data-row="${id}"]`) !== null, String(first.row));
  await row.getByRole('button', { name: 'Keep' }).waitFor();
  await press('KeyA');
  await row.waitFor({ state: 'detached' });
  expect(await focus(county)).toMatchObject({ tag: 'A', row: second.row, seen: true });

  await press('BracketRight');
  await page.waitForURL('**/review/appeals');
  await page.getByText('It names nobody.').waitFor();
  expect(await focus(county)).toMatchObject({ tag: 'H1', words: 'Appeals' });
  await press('KeyJ');
  expect(await focus(county)).toMatchObject({ tag: 'A', seen: true });
  await tabTo(county, { tag: 'BUTTON', words: 'Take the decision back' });
  await press('Enter');
  await dialog.waitFor();
  expect(await focus(county)).toMatchObject({ tag: 'TEXTAREA', seen: true });
  await page.keyboard.type('It names nobody, indeed.');
  await press('Control+Enter');
  await page.getByText('No appeal waits for you').waitFor();
  expect(await focus(county)).toMatchObject({ tag: 'H1', words: 'Appeals' });
}

describe('moderation', () => {
  const holder = useStage();

  scene(
    'a report is decided once by two who decide at once, answered by an edit, appealed against, and taken back',
    holder,
    async (stage) => {
      const { path, id, reporter } = await replyOf(stage, 'teacher014');
      const elsewhere = await stage.anotherNode();
      const coordinator = await stage.visit({ as: 'coordinator.ict' });
      const region = await stage.visit({ as: 'region.twobays' }, elsewhere);
      await Promise.all([coordinator.go('/review'), region.go('/review')]);
      const rowOf = ({ page }: Visitor) => page.locator(`main [data-row="${id}"]`);

      // A report arrives before the eyes of both.
      const member = await stage.visit({ as: reporter, width: 390, theme: 'dark' });
      await member.go(path);
      await actOnPost(member, path, 'Report');
      const report = member.page.getByRole('dialog');
      await report.getByLabel('A note').fill('It reads like a complaint about one person.');
      await report.getByRole('button', { name: 'Send report' }).click();
      await report.waitFor({ state: 'detached' });
      await Promise.all([coordinator, region].map((each) => rowOf(each).getByText('One member reported this post').waitFor()));

      // Whoever begins has it; the other sees that, and is not let decide around it.
      await rowOf(coordinator).getByRole('button', { name: 'Hide and ask to edit' }).click();
      await rowOf(region).getByText('Demo Coordinator ICT is looking at this until').waitFor();
      expect(await rowOf(region).getByRole('button', { name: 'Hide and ask to edit' }).count()).toBe(0);
      await rowOf(region).getByRole('link', { name: 'Open in the discussion' }).click();
      await region.page.waitForURL('**/discussions/**');
      await actOnPost(region, path, 'Hide');
      const ofRegion = region.page.getByRole('dialog');
      await ofRegion.getByLabel('Reason', { exact: true }).fill('Words of the region.');
      await ofRegion.getByRole('button', { name: 'Hide', exact: true }).click();
      await ofRegion.getByText('Somebody else is looking at this just now.').first().waitFor();

      // When nobody has it any more both decide at once: one decision stands, and the other moderator keeps the words and reads whose it is.
      const ofCoordinator = coordinator.page.getByRole('dialog');
      await ofCoordinator.getByLabel('Reason', { exact: true }).fill('Words of the coordinator.');
      await stage.sql('UPDATE review_claims SET claimed_until = clock_timestamp()');
      await Promise.all([ofRegion, ofCoordinator].map((dialog) => dialog.getByRole('button', { name: 'Hide', exact: true }).click()));
      const late = await Promise.race(
        [ofRegion, ofCoordinator].map(async (dialog) => {
          await dialog.getByText(/was first, at \d\d:\d\d: hidden\./u).waitFor();
          return dialog;
        }),
      );
      const decided = await stage.sql<{ kind: string; reason: string }>(
        'SELECT kind, reason FROM moderation_decisions WHERE subject_id = $1',
        [id.slice('Post_'.length)],
      );
      expect(decided).toEqual([{ kind: 'HIDE', reason: late === ofRegion ? 'Words of the coordinator.' : 'Words of the region.' }]);
      await late.getByRole('button', { name: 'Refresh' }).click();
      await late.getByRole('alert').waitFor({ state: 'detached' });
      expect(await late.getByLabel('Reason', { exact: true }).inputValue()).toBe(
        late === ofRegion ? 'Words of the region.' : 'Words of the coordinator.',
      );
      await late.getByRole('button', { name: 'Cancel' }).click();

      // The author reads why, and edits; then it waits again, for both.
      const teacher = await stage.visit({ as: 'teacher014' });
      await teacher.go(path);
      await teacher.page.getByText(String(decided[0]?.reason)).waitFor();
      await actOnPost(teacher, path, 'Edit');
      await teacher.page.getByRole('textbox', { name: 'Your post' }).fill('What I meant, without a name.');
      await teacher.page.getByRole('button', { name: 'Save changes' }).click();
      await rowOf(coordinator).getByText('Its author has edited this post').waitFor();
      // What was asked before the decision and is answered after it says nothing any more.
      const answer = await heldAnswer(coordinator.page, 'ReviewPageQuery');
      await rowOf(coordinator).getByRole('button', { name: 'Hide and ask to edit' }).click();
      await answer.isHeld;
      await ofCoordinator.getByLabel('Start from a template').selectOption({ index: 1 });
      await ofCoordinator.getByRole('button', { name: 'Hide', exact: true }).click();
      await rowOf(coordinator).waitFor({ state: 'detached' });
      await answer.give();
      await coordinator.shown();
      expect(await rowOf(coordinator).count()).toBe(0);

      // Who disagrees appeals, and the county, which has decided nothing yet, takes it back, without a mouse.
      await teacher.go('/me/decisions');
      await teacher.page.getByRole('button', { name: 'Appeal' }).first().click();
      const appeal = teacher.page.getByRole('dialog');
      await appeal.getByRole('button', { name: 'Send appeal' }).click();
      await appeal.getByRole('alert').first().waitFor();
      await appeal.getByLabel('Why is the decision wrong?').fill('It names nobody.');
      await appeal.getByRole('button', { name: 'Send appeal' }).click();
      await teacher.page.getByText('Your appeal waits for an answer').waitFor();
      await reviewByKeyboard(stage);

      await teacher.go('/me/decisions');
      await teacher.page.getByText('Your appeal was granted: the decision was taken back').waitFor();
      await member.go(path);
      await member.page.getByText('What I meant, without a name.').waitFor();
      const slug = path.split('/')[2] ?? '';
      await teacher.go(`/networks/${slug}/decisions`);
      // What was answered is for who appealed: it may name somebody.
      await teacher.page.getByText('The reason was told to the person concerned.').first().waitFor();
      expect(await teacher.page.getByText('It names nobody, indeed.').count()).toBe(0);
      expect(await teacher.page.getByText('County').count()).toBe(0);
    },
  );

  scene('two people at two nodes see at once what the other does', holder, async (stage) => {
    const at = await placesOf(stage);
    const thread = at({ path: 'networks/:network/discussions/:thread', role: 'teacher' });
    const here = await stage.visit({ as: 'teacher014' });
    const there = await stage.visit({ as: 'coordinator.ict', width: 390, theme: 'dark' }, await stage.anotherNode());
    await Promise.all([here.go(thread), there.go(thread)]);
    const composer = here.page.getByRole('textbox', { name: 'Your reply' });
    const post = (words: string) => there.page.locator('article').filter({ hasText: words });
    const toEnd = () => there.page.evaluate(() => scrollTo(0, document.body.scrollHeight));

    // At the end of the thread a reply appears, after its writer was seen writing.
    await toEnd();
    await composer.fill('Seen');
    await there.page.getByText('is writing…').waitFor();
    await composer.fill('Seen at once.');
    await here.page.getByRole('button', { name: 'Post reply' }).click();
    await post('Seen at once.').waitFor();
    await there.page.getByText('is writing…').waitFor({ state: 'detached' });

    // Further up nothing moves: the page says what has come, and brings the reader there.
    await there.page.evaluate(() => {
      for (const article of document.querySelectorAll<HTMLElement>('article')) article.style.minHeight = '700px';
      scrollTo(0, 0);
    });
    await here.page.waitForFunction(() => (document.getElementById('body') as HTMLTextAreaElement).value === '');
    await composer.fill('Seen when asked for.');
    await here.page.getByRole('button', { name: 'Post reply' }).click();
    await there.page.getByText('1 new reply has arrived').waitFor();
    expect(await findBarriers(there.page)).toEqual([]);
    expect(await there.page.evaluate(() => scrollY)).toBe(0);
    expect(await post('Seen when asked for.').count()).toBe(0);
    await there.page.keyboard.press('Period');
    await post('Seen when asked for.').waitFor();

    // A decision takes a post away before the eyes of its author, who still reads it, and the reason.
    const last = post('Seen at once.');
    await last.getByRole('button', { name: /^More about post/u }).click();
    await there.page.getByRole('menuitem', { name: 'Hide', exact: true }).click();
    const reason = there.page.getByRole('dialog');
    await reason.getByLabel('Reason', { exact: true }).fill('It is said twice.');
    await reason.getByRole('button', { name: 'Hide' }).click();
    await here.page.getByText('It is said twice.').waitFor();
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

    // What somebody writes where a discussion goes into another one meanwhile stands there, and the reader with it.
    await reader.page.locator('#p2').waitFor();
    await stage.sql(`UPDATE threads g SET merged_into = t.id FROM threads t JOIN networks n ON n.id = t.network_id
      WHERE g.title = 'A discussion of its own' AND n.slug = '${slug}' AND t.no = ${String(Number.parseInt(address, 10))}`);
    await reader.page.getByRole('textbox', { name: 'Your reply' }).fill('Written meanwhile.');
    await reader.page.getByRole('button', { name: 'Post reply' }).click();
    await reader.page.waitForURL(`**/${address}#p401`);
    await reader.page.locator('#p401').getByText('Written meanwhile.').waitFor();
  });
});
