/** What every page of the tablet stands in. */
import type { ComponentChildren } from 'preact';

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Errors = Readonly<Record<string, string>>;

export const textOf = (given: Given, name: string): string => String(given[name] ?? '');

/** Round every page: what was typed goes when nobody touches the screen for a while. */
export function Kiosk({ slug, idle = 90, children }: { slug: string; idle?: number; children: ComponentChildren }) {
  return (
    <div class="kiosk" data-idle={idle} data-idle-to={`/${slug}/kiosk`}>
      {children}
      <p class="kiosk__idle" role="status" data-idle-words hidden>Are you still there? Touch the screen to go on. Otherwise what you typed goes.</p>
    </div>
  );
}
