import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInAs } from './personas.js';

export type Lang = 'en' | 'el' | 'pl' | 'ru';
export type Theme = 'light' | 'dark';

export interface VisitorOptions {
  /** The part of a demo account before the @. */
  as?: string | undefined;
  lang?: Lang;
  theme?: Theme;
  width?: number;
  /** Console messages that this visit is expected to cause. */
  expects?: readonly RegExp[];
}

const TAGS: Record<Lang, string> = { en: 'en-GB', el: 'el-GR', pl: 'pl-PL', ru: 'ru-RU' };
const HEIGHT = 900;
/** How long anything on a page may take on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

/** Somebody at a browser of their own. */
export class Visitor {
  private readonly problems: string[] = [];
  private asking = 0;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    readonly lang: Lang,
    /** The account that is signed in; empty for none. */
    readonly account: string,
    private readonly expects: readonly RegExp[],
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('request', () => (this.asking += 1));
    page.on('requestfinished', () => (this.asking -= 1));
    page.on('requestfailed', () => (this.asking -= 1));
    page.on('pageerror', (error) => this.note(`fault: ${error.message}`));
  }

  static async open(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
    const { lang = 'en', theme = 'light', width = 1280 } = options;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: HEIGHT },
      locale: TAGS[lang],
      timezoneId: 'Europe/Athens',
      colorScheme: theme,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(reportBreaches);
    const page = await context.newPage();
    if (options.as) {
      // Straight to the browser: Playwright would give the cookie a domain, which a name with `__Host-` forbids.
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.setCookie', await signInAs(url, options.as));
      await devtools.detach();
    }
    return new Visitor(context, page, url, lang, options.as ?? '', options.expects ?? []);
  }

  /** Opens a path of the interface (without its language) and waits until it shows. */
  async go(path: string): Promise<void> {
    await this.page.goto(`/${this.lang}${path}`);
    await this.shown();
  }

  /** Goes on to a path as a link would, without loading the interface anew. Much quicker than `go`. */
  async walk(path: string): Promise<void> {
    const address = `/${this.lang}${path}`;
    if (!this.page.url().startsWith(this.url) || new URL(this.page.url()).pathname === address) return this.go(path);
    const left = await this.page.evaluateHandle(leaveFor, address);
    // One page for two addresses stays in its place; only a new start shows it for certain.
    const isLeft = await this.page
      .waitForFunction((element) => !element?.isConnected, left, { timeout: 1_000 })
      .then(
        () => true,
        () => false,
      );
    return isLeft ? this.shown() : this.go(path);
  }

  /** Waits for the page's heading, and for what it asks the API for. */
  async shown(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    // What one answer shows may ask again, after it was drawn.
    const deadline = performance.now() + PATIENCE;
    for (let quiet = 0; quiet < 3 && performance.now() < deadline; quiet = this.asking === 0 ? quiet + 1 : 0)
      await this.page.evaluate(drawn);
    await this.page.locator('.skeleton').first().waitFor({ state: 'detached' });
  }

  async resize(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: HEIGHT });
  }

  /** How many pixels the page is wider than its window. */
  async overhang(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What went wrong since the last call. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  async photograph(name: string): Promise<void> {
    const { pictures } = JSON.parse(process.env['STOA_TEST_BROWSER'] ?? '{}') as { pictures: string };
    const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.png`;
    // A page that hangs must not hide why the scene failed.
    await this.page.screenshot({ path: join(pictures, file), timeout: 5_000 }).catch(() => undefined);
  }

  async close(): Promise<string[]> {
    await this.context.close();
    return this.takeProblems();
  }

  private note(problem: string): void {
    if (!this.expects.some((expected) => expected.test(problem))) this.problems.push(problem);
  }
}

/** Runs in the page: goes to an address through its router. @returns what stands on the page that is left */
function leaveFor(address: string): Element | null {
  const content = document.querySelector('main > *');
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  return content;
}

/** Runs in the page: waits until it has been drawn anew. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Runs in the page. */
function reportBreaches(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`Content security policy: ${event.violatedDirective} refused ${event.blockedURI || event.sample}`);
  });
}
