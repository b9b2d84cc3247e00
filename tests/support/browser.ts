/** A real Chromium for the tests: looking at pages, at two widths, with axe. */
import { deepEqual, equal } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/sign-in/index.ts';
import type { TestSchool } from './school.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
/** The short one: every page that is looked at reads it. */
const AXE = path.resolve('node_modules/axe-core/axe.min.js');
let axeSource: string | undefined;
const SCREENSHOTS = path.resolve('screenshots');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
/** A window of 1280 px at 200 %. */
const ZOOMED = { width: 640, height: 450 };
/** A picture shows so much of a long page; axe reads all of it. */
const LONGEST = 3_600;

/** Where Chromium is on this machine; undefined where there is none. */
export const chromiumPath = (): string | undefined => CHROMIUM.find(file => fs.existsSync(file));

/** Starts Chromium. Close it. Throws in plain words where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('There is no Chromium here. Install it (Debian: apt-get install chromium), then run the tests again.');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath, headless: true,
    args: [...asRoot, '--lang=en-GB', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export interface Visit {
  /** A persona of the school; signed out where left out. */
  readonly as?: string;
  readonly javaScript?: boolean;
}

/** A window of its own on a school: fresh cookies, signed in as a persona if asked. `page.goto('/…')` takes paths. */
export async function visit(browser: Browser, school: TestSchool, { as, javaScript = true }: Visit = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: school.origin, viewport: WIDE, javaScriptEnabled: javaScript, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  // Why so long: the other tests of the run have the machine too.
  context.setDefaultTimeout(30_000);
  if (as) {
    const value = (await school.as(as)).session();
    if (!value) throw new Error(`${as} could not sign in`);
    await context.addCookies([{ name: SESSION_COOKIE, value, url: school.origin, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  if (!javaScript) WITHOUT_SCRIPT.add(page);
  return page;
}

/** Windows in which no script runs. */
const WITHOUT_SCRIPT = new WeakSet<Page>();

/** What of axe a narrower window can change; everything else of a page is the same at both widths. */
const OF_WIDTH = ['scrollable-region-focusable', 'target-size'];
/** Where nobody looks at them, in a full run, pictures are taken of what fails alone: they take a third of the time. */
const PICTURES = process.env['CI'] !== 'true' && process.env['COUNTERSIGN_TEST_RUN'] === undefined;

/**
 * Looks at the page as it stands: no finding of axe (WCAG 2.2 AA) and of its advice at 1280 and at 320 px, no two parts
 * of one name, and nothing to scroll sideways at 320 px, at 200 %, or there with letters twice as large. A run of a few
 * tests leaves a picture at both widths in ./screenshots; any run leaves one of what failed, at the width where it did.
 * Throws in a window without JavaScript: axe is a script itself.
 */
export async function look(page: Page, name: string): Promise<void> {
  if (WITHOUT_SCRIPT.has(page)) throw new Error(`${name}: axe is a script, so look at this page in a window with JavaScript.`);
  try {
    await examine(page, name);
  } catch (error) {
    // Why it may fail: the window may be what went wrong, and the first fault is the one to tell.
    await takePicture(page, name).catch(() => {});
    throw error;
  }
}

async function examine(page: Page, name: string): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    if (PICTURES) await takePicture(page, name);
    equal(await findingsOf(page, size === NARROW ? OF_WIDTH : null), '', `${name} at ${size.width} px`);
  }
  equal(await tooWide(page), '', `${name} scrolls sideways at 320 px`);
  deepEqual(await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)), [], `${name}: ids that stand twice`);
  await page.setViewportSize(ZOOMED);
  for (const letters of ['', '200%']) {
    await page.evaluate(size => { document.documentElement.style.fontSize = size; }, letters);
    equal(await tooWide(page), '', `${name} scrolls sideways at 200 %, letters ${letters || 'as they are'}`);
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize(WIDE);
}

/** A picture of the page at the width it has, in ./screenshots. */
async function takePicture(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  const height = Math.min(LONGEST, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${width}.png`), fullPage: true, clip: { x: 0, y: 0, width, height } });
}

/** What axe finds at this width, one line a finding; empty when nothing. */
async function findingsOf(page: Page, rules: string[] | null): Promise<string> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate((axeSource ??= fs.readFileSync(AXE, 'utf8')));
  const runOnly: axe.RunOptions['runOnly'] = rules === null ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } : { type: 'rule', values: rules };
  const found = await page.evaluate(async options => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }, { runOnly, resultTypes: ['violations'] } satisfies axe.RunOptions);
  return found.map(line => line.replaceAll(/\s+/g, ' ')).join('\n');
}

/** The elements that reach beyond the window's edge, outermost first; empty when the page fits. */
function tooWide(page: Page): Promise<string> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return '';
    return [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > width + 1).slice(0, 5)
      .map(element => `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)} px`).join('\n') || `${document.documentElement.scrollWidth} px`;
  });
}

/** Ticks every statement beside a signature, as its signer does one by one. */
export async function tickStatements(page: Page): Promise<void> {
  for (const box of await page.locator('.ticks input[type=checkbox]').all()) await box.check();
}
