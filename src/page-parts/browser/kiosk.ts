/** On the tablet at reception: when nobody touches the screen for a while, what was typed goes. A warning comes first, and any touch or key goes on. */
const WARNING_S = 20;

const page = document.querySelector<HTMLElement>('[data-idle]');
if (page) {
  const words = page.querySelector<HTMLElement>('[data-idle-words]');
  const seconds = Number(page.dataset['idle']);
  let left = seconds;
  const alive = () => { left = seconds; if (words) words.hidden = true; };
  for (const sign of ['pointerdown', 'keydown', 'scroll'] as const) document.addEventListener(sign, alive, { passive: true, capture: true });
  setInterval(() => {
    left -= 1;
    if (words) words.hidden = left > WARNING_S;
    if (left > 0) return;
    for (const form of document.forms) form.reset();
    location.replace(page.dataset['idleTo']!);
  }, 1000);
}
