/** On the tablet at reception: when nobody touches the screen for a while, what was typed goes. A warning comes first, and any touch or key goes on. */
const WARNING_S = 20;

const page = document.querySelector<HTMLElement>('[data-idle]');
if (page) {
  const words = page.querySelector<HTMLElement>('[data-idle-words]');
  let touched = Date.now();
  for (const sign of ['pointerdown', 'keydown', 'scroll'] as const) {
    document.addEventListener(sign, () => { touched = Date.now(); if (words) words.hidden = true; }, { passive: true, capture: true });
  }
  // Why by the clock: a tablet that slept wakes up with its time over.
  setInterval(() => {
    const left = Number(page.dataset['idle']) - (Date.now() - touched) / 1000;
    if (words) words.hidden = left > WARNING_S;
    if (left > 0) return;
    for (const form of document.forms) form.reset();
    location.replace(page.dataset['idleTo']!);
  }, 1000);
}
