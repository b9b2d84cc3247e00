/** Deciding by keyboard: N and P go from request to request, and the other keys press its buttons. They count only while a request has the focus and nobody types. */
const list = document.querySelector<HTMLElement>('[data-decide]');
const BUTTONS: Readonly<Record<string, string>> = { g: 'grant', r: 'refuse', b: 'ask-back', l: 'as-last-time' };
const NEEDS_WORDS = new Set(['refuse', 'ask-back']);

list?.addEventListener('keydown', event => {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || target.matches('input, textarea, select')) return;
  const card = target.closest<HTMLElement>('article');
  if (!card) return;
  const step = { n: 1, p: -1 }[event.key];
  if (step !== undefined) {
    const cards = [...list.querySelectorAll<HTMLElement>('article')];
    cards[cards.indexOf(card) + step]?.focus();
  }
  const says = BUTTONS[event.key];
  const button = says && card.querySelector<HTMLButtonElement>(`button[value="${says}"]`);
  if (!button) return;
  event.preventDefault();
  const words = card.querySelector<HTMLTextAreaElement>('textarea[name=words]');
  if (NEEDS_WORDS.has(says) && words && words.value.trim() === '') words.focus();
  else button.click();
});
