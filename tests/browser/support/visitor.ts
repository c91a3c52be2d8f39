import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { signInAs } from './personas.js';

export type Lang = 'en' | 'el' | 'pl' | 'ru';
export type Theme = 'light' | 'dark';

export interface VisitorOptions {
  /** The part of a demo account before the @. */
  as?: string | undefined;
  lang?: Lang;
  theme?: Theme;
  width?: number;
  /** Whether nobody looks at what is drawn, which is laid out as ever and drawn tiny: to draw is a good part of a page's work. */
  unseen?: boolean;
  /** Console messages that this visit is expected to cause. */
  expects?: readonly RegExp[];
}

const TAGS: Record<Lang, string> = { en: 'en-GB', el: 'el-GR', pl: 'pl-PL', ru: 'ru-RU' };
const HEIGHT = 900;
const TINY = 0.1;
/** How long anything on a page may take on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

/** Somebody at a browser of their own. */
export class Visitor {
  private readonly problems: string[] = [];
  private asking = 0;
  private size: { width: number; height: number };
  /** To the browser itself, for who is unseen: Playwright draws in full size alone. */
  private devtools: CDPSession | null = null;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    /** The language of the addresses that this visitor goes to. */
    public lang: Lang,
    /** The account that is signed in; empty for none. */
    public account: string,
    private readonly expects: readonly RegExp[],
    width: number,
  ) {
    this.size = { width, height: HEIGHT };
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
    // As after a sign-in: the frame of a visitor is not shown first.
    if (options.as) await context.addInitScript(() => localStorage.setItem('stoa.signed-in', '1'));
    const page = await context.newPage();
    const visitor = new Visitor(context, page, url, lang, options.as ?? '', options.expects ?? [], width);
    if (options.unseen) visitor.devtools = await context.newCDPSession(page);
    await visitor.draw(TINY);
    await visitor.signIn();
    return visitor;
  }

  /** Has the session of this visitor's account, or none. */
  private async signIn(): Promise<void> {
    if (!this.account) return this.context.clearCookies();
    // Straight to the browser: Playwright would give the cookie a domain, which a name with `__Host-` forbids.
    const devtools = await this.context.newCDPSession(this.page);
    await devtools.send('Network.setCookie', await signInAs(this.url, this.account));
    await devtools.detach();
  }

  /**
   * Goes on as somebody else (or nobody), as if another tab had signed them in.
   * Much quicker than a browser for each, where everything would have to be loaded and compiled anew.
   */
  async become(account = ''): Promise<void> {
    if (account === this.account) return;
    // A page that is nobody's: none of what is on it may go with whoever leaves.
    await this.leave('/about');
    this.account = account;
    await this.signIn();
    const asked = this.page.waitForResponse((response) => response.request().postData()?.includes('"ShellViewerQuery"') ?? false);
    await this.page.evaluate(() => new BroadcastChannel('stoa.viewer').postMessage(null));
    await asked;
  }

  /** Opens a path of the interface (without its language) and waits until it shows. */
  async go(path: string): Promise<void> {
    await this.page.goto(`/${this.lang}${path}`);
    await this.shown();
  }

  /** Goes on to a path as a link would, without loading the interface anew. Much quicker than `go`. */
  async walk(path: string): Promise<void> {
    return (await this.leave(path)) ? this.shown() : this.go(path);
  }

  /** Starts to go on to a path. @returns whether the page that stood there is seen to be gone */
  private async leave(path: string): Promise<boolean> {
    const address = `/${this.lang}${path}`;
    if (!this.page.url().startsWith(this.url) || new URL(this.page.url()).pathname === address) return false;
    // Where the page loads anew meanwhile, there is nobody left to answer.
    return this.page.evaluate(leaveFor, address).catch(() => false);
  }

  /** Waits for the page's heading, and for what it asks the API for. */
  async shown(): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    // What one answer shows may ask again, after it was drawn.
    for (let quiet = 0; quiet < 2 && performance.now() < deadline; quiet = this.asking === 0 ? quiet + 1 : 0) {
      const waits = await this.page.evaluate(drawn, deadline - performance.now());
      if (waits) throw new Error(`${this.page.url()} still waits for ${waits}`);
    }
  }

  /** From the next path on, reads another language in another theme. */
  async turnTo(lang: Lang, theme: Theme): Promise<void> {
    this.lang = lang;
    await this.page.emulateMedia({ colorScheme: theme });
  }

  async resize(width: number): Promise<void> {
    if (width !== this.size.width) await this.measure({ width, height: HEIGHT });
  }

  /** Makes the window as tall as the page, so that nothing needs to be scrolled to. */
  async stretch(): Promise<void> {
    const tall = await this.page.evaluate(() => document.documentElement.scrollHeight);
    const { width, height } = this.size;
    if (tall > height) await this.measure({ width, height: tall });
  }

  private async measure(size: { width: number; height: number }): Promise<void> {
    this.size = size;
    if (this.devtools) await this.draw(TINY);
    else await this.page.setViewportSize(size);
  }

  /** Draws in another scale, where nobody looks, what is laid out in the size that the window has. */
  private async draw(scale: number): Promise<void> {
    await this.devtools?.send('Emulation.setDeviceMetricsOverride', { ...this.size, deviceScaleFactor: 1, mobile: false, scale });
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
    const picture = async () => {
      await this.draw(1);
      await this.page.screenshot({ path: join(pictures, file), timeout: 5_000 });
      await this.draw(TINY);
    };
    // A page that hangs must not hide why the scene failed.
    await picture().catch(() => undefined);
  }

  async close(): Promise<string[]> {
    await this.context.close();
    return this.takeProblems();
  }

  private note(problem: string): void {
    if (!this.expects.some((expected) => expected.test(problem))) this.problems.push(problem);
  }
}

/**
 * Runs in the page: goes to an address through its router. @returns whether it is seen to have left the page within a second: one page for two
 * addresses may stay in its place, and only a new start shows that for certain
 */
async function leaveFor(address: string): Promise<boolean> {
  const { title, documentElement: root } = document;
  const { lang } = root;
  const content = document.querySelector('main > *');
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  for (const deadline = performance.now() + 1_000; performance.now() < deadline;) {
    if (!content?.isConnected || document.title !== title || root.lang !== lang) return true;
    await new Promise(requestAnimationFrame);
  }
  return false;
}

/** Runs in the page: waits until its content stands there and has been drawn. @returns what is still missing after `patience` milliseconds */
async function drawn(patience: number): Promise<string | null> {
  const missing = () => (document.querySelector('h1') ? (document.querySelector('.skeleton') ? 'content' : null) : 'a heading');
  const deadline = performance.now() + patience;
  do {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  } while (missing() && performance.now() < deadline);
  return missing();
}

/** Runs in the page. */
function reportBreaches(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`Content security policy: ${event.violatedDirective} refused ${event.blockedURI || event.sample}`);
  });
}
