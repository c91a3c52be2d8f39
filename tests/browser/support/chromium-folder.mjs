import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(here, '../../node_modules/.cache');

// Made for another host: these would run everything in one process, switch off what the tests are to see, or imitate a graphics card.
const UNWANTED =
  /^--(single-process|no-zygote|headless|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|use-gl|use-angle|ignore-gpu|in-process-gpu|enable-unsafe-swiftshader)/;

/** Leads the browser to the fonts that came with it. */
function fontsIn(folder) {
  const head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n';
  return `${head}<fontconfig>\n<dir>${join(folder, 'fonts')}</dir>\n<cachedir>${join(folder, 'fonts-cache')}</cachedir>\n</fontconfig>\n`;
}

/**
 * The browser of the tests, unpacked once beside the packages; `STOA_TEST_CHROMIUM` names another one.
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function findChromium() {
  const own = process.env.STOA_TEST_CHROMIUM;
  if (own) return { executablePath: own, args: ['--no-sandbox'], env: {} };
  const { version } = JSON.parse(readFileSync(join(here, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    // Complete or not at all: the package takes a half-written file for a whole one.
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const said = execFileSync(process.execPath, [join(here, 'unpack-chromium.mjs')], { env: { ...process.env, TMPDIR: unfinished } });
    writeFileSync(join(unfinished, 'unpacked.json'), said);
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(unfinished, { recursive: true, force: true }); // Another run was first, with the same files.
    }
  }
  // The package's own file names folders of another host, and a checkout may have moved; without any font nothing is drawn.
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsIn(folder));
  const { executablePath, args } = JSON.parse(readFileSync(join(folder, 'unpacked.json'), 'utf8'));
  return {
    executablePath: join(folder, basename(executablePath)),
    args: [...args.filter((arg) => !UNWANTED.test(arg)), '--disable-gpu'],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}
