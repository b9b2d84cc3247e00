/** Rules on a whiteboard: the arrow keys go from part to part, and the page may fill the screen. The links do without. */
const board = document.querySelector<HTMLElement>('[data-board]');

if (board) {
  const full = board.querySelector<HTMLButtonElement>('[data-full-screen]');
  if (full && document.fullscreenEnabled) {
    full.hidden = false;
    full.addEventListener('click', () => void (document.fullscreenElement ? document.exitFullscreen() : board.requestFullscreen()));
  }
  document.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const now = Number(/^#part-(\d+)$/.exec(location.hash)?.[1] ?? 0);
    if (board.querySelector(`#part-${now + step}`)) location.hash = `part-${now + step}`;
  });
}
