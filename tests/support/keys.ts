/** Somebody with a keyboard and no mouse: what they reach, in which order, and whether they can see where they are. */
import { equal, fail, ok } from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** More stops than any page of a journey has. */
const MOST_STOPS = 300;
/** The colour that every focused thing carries somewhere: its own edge, its ground, or the row it stands in. */
const FOCUS_COLOUR = 'rgb(255, 221, 0)';

interface Stop {
  /** What a screen reader would call it. */
  readonly name: string;
  /** The question it belongs to, for one of several choices. */
  readonly group: string;
  readonly chosen: boolean;
  /** What is wrong with being here; empty when nothing. */
  readonly fault: string;
}

export interface Keys {
  readonly page: Page;
  /** Tab, until this has the focus; fails where it cannot be reached, or where the focus is not to be seen on the way. */
  readonly to: (name: string | RegExp) => Promise<void>;
  /** There, and Enter; waits for the page that opens. */
  readonly open: (name: string | RegExp) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** There, and types. */
  readonly fill: (name: string | RegExp, text: string) => Promise<void>;
  /** There, and types a day (`2026-12-18`), whichever order this browser asks for it in. */
  readonly day: (name: string | RegExp, day: string) => Promise<void>;
  /** To one of several choices, by arrow keys as radios want it. */
  readonly choose: (group: string | RegExp, choice: string) => Promise<void>;
  /** There, and Space. */
  readonly tick: (name: string | RegExp) => Promise<void>;
  /** What has the focus, in words. */
  readonly at: () => Promise<string>;
}

const fits = (name: string, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name));

/** Keys on this page. It takes no other way into it. */
export function keysOn(page: Page): Keys {
  const here = () => page.evaluate(stop, FOCUS_COLOUR);
  const press = (key: string) => page.keyboard.press(key);
  const next = async (wanted: (found: Stop) => boolean, called: string): Promise<void> => {
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await press('Tab');
      const found = await here();
      if (found === null) fail(`${called} is not reached by Tab at ${page.url()}. Passed: ${passed.join(' · ')}`);
      equal(found.fault, '', `${found.name} at ${page.url()}`);
      if (wanted(found)) return;
      passed.push(found.name);
    }
    fail(`${called} is not reached after ${MOST_STOPS} stops at ${page.url()}`);
  };
  const to = (name: string | RegExp) => next(found => fits(found.name, name), String(name));
  const loads = async (work: () => Promise<void>): Promise<void> => {
    const loaded = page.waitForEvent('load');
    await work();
    await loaded;
  };
  return {
    page, to, press,
    open: async name => { await to(name); await loads(() => press('Enter')); },
    fill: async (name, text) => { await to(name); await page.keyboard.type(text); },
    day: async (name, wanted) => { await to(name); await typeDay(page, wanted); },
    tick: async name => { await to(name); await press('Space'); },
    choose: async (group, choice) => {
      await next(found => fits(found.group, group), String(group));
      await press('Space');
      for (let moves = 0; (await here())?.name !== choice; moves++) {
        ok(moves < 40, `${choice} is not among the choices of ${String(group)}`);
        await press('ArrowDown');
      }
      ok((await here())?.chosen, `${choice} is chosen`);
    },
    at: async () => (await here())?.name ?? '',
  };
}

/** Types a day into the field that has the focus: first as day, month, year, then as month, day, year. */
async function typeDay(page: Page, wanted: string): Promise<void> {
  const [year, month, day] = wanted.split('-');
  for (const typed of [`${day}${month}${year}`, `${month}${day}${year}`]) {
    for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.type(typed);
    if (await page.evaluate(() => (document.activeElement as HTMLInputElement).value) === wanted) return;
  }
  fail(`${wanted} cannot be typed at ${page.url()}`);
}

/** Runs in the page: what has the focus, and whether its reader can see it; null at the page's end. */
function stop(focusColour: string): Stop | null {
  const on = document.activeElement as HTMLInputElement | null;
  if (!on || on === document.body) return null;
  const words = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const label = on.labels?.[0];
  const group = on.type === 'radio' ? words(on.closest('fieldset')?.querySelector('legend')) : '';
  const coloured = (style: CSSStyleDeclaration) => `${style.outlineStyle === 'none' ? '' : style.outlineColor} ${style.boxShadow} ${style.backgroundColor}`.includes(focusColour);
  // A part that the focus is sent to, such as a heading or a notice, is not a stop: what counts there is what is read out.
  const sent = on.tabIndex < 0;
  const places = [on, on.parentElement, ...(label ? [label] : [])].filter(place => place !== null);
  const seen = sent || places.some(place => [null, '::before'].some(part => coloured(getComputedStyle(place, part))));
  const box = on.getBoundingClientRect();
  const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const first = on.getClientRects()[0] ?? box;
  const hit = document.elementFromPoint(Math.min(first.left + 4, innerWidth - 1), Math.min(Math.max(first.top + first.height / 2, 0), innerHeight - 1));
  const covered = hit !== null && hit !== on && !on.contains(hit) && !hit.contains(on) && !label?.contains(hit);
  const fault = !seen ? 'the focus is not to be seen' : !inside ? 'it is out of sight' : covered && !sent ? `it lies under ${hit.className || hit.tagName}` : '';
  return { name: on.getAttribute('aria-label') ?? (words(label) || words(on)), group, chosen: on.checked, fault };
}
