import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../support/open-folder.mjs';
import { makeRecording } from './support/recording.js';
import { scene, useStage } from './support/stage.js';

/** How large the recording is whose line breaks: in a full run what schools really film. */
const RECORDING_BYTES = process.env['STOA_TEST_FULL'] === '1' ? 2 ** 30 : 48 * 2 ** 20;

describe('a recording of the library', () => {
  const holder = useStage();

  scene('arrives whole although its line breaks twice, and is played', holder, async (stage) => {
    const teacher = await stage.visit({ as: 'teacher014', expects: [/ERR_INTERNET_DISCONNECTED/u, /WebSocket/u] });
    const { page, context } = teacher;
    await teacher.go('/library/new');
    await page.getByLabel('Kind').selectOption('RECORDING');
    await page.getByLabel('Title', { exact: true }).fill('The robot in the corridor, filmed');
    await page.getByRole('radio', { name: /ICT in Class/u }).check({ force: true });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /The robot in the corridor/u }).waitFor();
    const folder = openFolder('stoa-recording-');
    const file = join(folder, 'corridor.webm');
    await makeRecording(page, file, RECORDING_BYTES);
    await page.locator('input[type=file]').first().setInputFiles(file);
    const progress = page.getByRole('progressbar', { name: 'Sending corridor.webm' });
    const seen: number[] = [];
    const arrives = async (share: number) => {
      await progress.waitFor();
      await page.waitForFunction((least) => (document.querySelector('progress')?.value ?? 0) >= least, share);
      seen.push(await progress.evaluate((bar) => (bar as HTMLProgressElement).value));
    };
    for (const share of [0.2, 0.5]) {
      await arrives(share);
      await context.setOffline(true);
      await page.getByText(/^The connection broke; \d+% has arrived/u).waitFor({ timeout: 60_000 });
      // It goes on where it was, without being told.
      await context.setOffline(false);
    }
    await arrives(0.7);
    expect(seen[0]).toBeLessThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await page.getByLabel('What the video shows and says').fill('A robot drives along a corridor.', { timeout: 240_000 });
    rmSync(folder, { recursive: true });
    await page.getByRole('button', { name: 'Save the draft', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();

    // It is played from where one wants to see it, without being loaded as a whole.
    const asked = page.waitForResponse((response) => response.status() === 206 && response.url().includes('/files/'));
    await page.getByRole('link', { name: 'To its page' }).click();
    const video = page.locator('video[aria-label="corridor.webm"]');
    await video.waitFor();
    await asked;
    await video.evaluate(async (player: HTMLVideoElement) => {
      player.muted = true;
      await player.play();
    });
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
    await page.getByText('A robot drives along a corridor.').waitFor();
  });
});
