/** Drawing a signature with a finger, a pen or the mouse, as the path of a small picture. The typed name is always enough without it. */
const MOST = 8000;

for (const place of document.querySelectorAll<HTMLElement>('[data-drawing]')) {
  const pad = place.querySelector<SVGSVGElement>('svg');
  const ink = place.querySelector<SVGPathElement>('path');
  const field = place.querySelector<HTMLInputElement>('input[name=drawing]');
  if (!pad || !ink || !field) continue;
  place.hidden = false;
  let drawing = false;
  const add = (letter: 'M' | 'L', event: PointerEvent) => {
    const box = pad.getBoundingClientRect();
    const at = (offset: number, size: number, units: number) => Math.max(0, Math.min(units, Math.round((offset / size) * units)));
    const step = `${letter}${at(event.clientX - box.left, box.width, 600)} ${at(event.clientY - box.top, box.height, 180)}`;
    if (field.value.length + step.length > MOST) return;
    field.value += step;
    ink.setAttribute('d', field.value);
  };
  pad.addEventListener('pointerdown', event => { drawing = true; pad.setPointerCapture(event.pointerId); add('M', event); add('L', event); });
  pad.addEventListener('pointermove', event => { if (drawing) add('L', event); });
  for (const end of ['pointerup', 'pointercancel'] as const) pad.addEventListener(end, () => { drawing = false; });
  place.querySelector('[data-drawing-clear]')?.addEventListener('click', () => { field.value = ''; ink.setAttribute('d', ''); });
}
