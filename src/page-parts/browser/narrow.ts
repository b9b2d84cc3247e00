/** A long list of choices is narrowed as somebody types. Without this file the whole list stands there, and the field does not. */
for (const group of document.querySelectorAll<HTMLElement>('[data-narrow]')) {
  const field = group.querySelector('input');
  const list = document.getElementById(group.dataset['narrow']!);
  if (!field || !list) continue;
  group.hidden = false;
  // Why: Enter in this field would send the whole form.
  field.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  field.addEventListener('input', () => narrow(list, plain(field.value)));
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** Shows what holds the words, and whatever is ticked; folded parts open while somebody searches. */
function narrow(list: HTMLElement, words: string): void {
  for (const item of list.querySelectorAll<HTMLElement>('.govuk-checkboxes__item, .govuk-radios__item')) {
    item.hidden = !plain(item.textContent ?? '').includes(words) && item.querySelector('input')?.checked !== true;
  }
  for (const part of list.querySelectorAll('details')) if (words !== '') part.open = true;
  for (const part of list.querySelectorAll<HTMLElement>('fieldset')) part.hidden = part.querySelector('.govuk-checkboxes__item:not([hidden]), .govuk-radios__item:not([hidden])') === null;
}
