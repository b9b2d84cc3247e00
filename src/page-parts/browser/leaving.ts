/** "Leave this page now" leaves no way back: not to the page that was left, nor to those before it on which a child was telling. */
import { createAll, ExitThisPage } from 'govuk-frontend';

/** In this tab alone; gone when a page of telling is opened again on purpose. */
const LEFT = 'left-for';

/** Begins the button and Shift three times, and shuts the way back behind them. */
export function leavingLeavesNoWayBack(): void {
  createAll(ExitThisPage);
  const way = document.querySelector<HTMLAnchorElement>('.govuk-js-exit-this-page-button');
  if (!way) return;
  // The part covers the page, by the button and by Shift alike, and then goes away by a step that Back could undo: ours takes its place.
  new MutationObserver(() => {
    if (!document.body.classList.contains('govuk-exit-this-page-hide-content')) return;
    remember(way.href);
    location.replace(way.href);
  }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  window.addEventListener('pageshow', event => comeBack(event.persisted));
}

/** Came back by the Back button after having left: away again, before anything is read. */
function comeBack(kept: boolean): void {
  const [arrival] = performance.getEntriesByType('navigation');
  const isBack = kept || (arrival instanceof PerformanceNavigationTiming && arrival.type === 'back_forward');
  const away = remembered();
  if (away === null) return;
  if (!isBack) return forget();
  document.body.hidden = true;
  location.replace(away);
}

// Why guarded: a browser may be told to keep nothing at all.
function remember(away: string): void { try { sessionStorage.setItem(LEFT, away); } catch { /* nothing is kept */ } }
function remembered(): string | null { try { return sessionStorage.getItem(LEFT); } catch { return null; } }
function forget(): void { try { sessionStorage.removeItem(LEFT); } catch { /* nothing was kept */ } }
