/** The policy editor: checks while one types, and leads from a finding to its line. Without this file the buttons do the same. */

const form = document.querySelector<HTMLFormElement>('form[data-editor]');
const area = form?.querySelector<HTMLTextAreaElement>('textarea[name=markdown]');
const panel = document.querySelector<HTMLElement>('#panel');

if (form && area && panel) start(form, area, panel);

function start(form: HTMLFormElement, area: HTMLTextAreaElement, panel: HTMLElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const saved = area.value;

  const ask = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    panel.setAttribute('aria-busy', 'true');
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      body.set('do', 'check');
      const answer = await fetch(form.dataset['check']!, { method: 'POST', body, signal: asking.signal });
      if (answer.ok) show(await answer.text());
    } catch {
      // Another check has begun, or the network is away: the page as it stands stays right for the text saved last.
    } finally {
      panel.removeAttribute('aria-busy');
    }
  };

  /** Puts the new panel in and gives the keyboard its place back. */
  const show = (html: string): void => {
    const held = document.activeElement && panel.contains(document.activeElement) ? document.activeElement.id : '';
    const open = panel.querySelector('details')?.open ?? false;
    panel.innerHTML = html;
    const details = panel.querySelector('details');
    if (details) details.open = open;
    if (held) document.getElementById(held)?.focus();
  };

  const soon = (wait: number) => () => { clearTimeout(waiting); waiting = setTimeout(() => void ask(), wait); };
  area.addEventListener('input', soon(700));
  panel.addEventListener('change', soon(50));
  panel.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-goto-line]') : null;
    if (!link) return;
    event.preventDefault();
    goTo(area, Number(link.dataset['gotoLine']), Number(link.dataset['gotoColumn']));
  });

  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', event => { if (!leaving && area.value !== saved) event.preventDefault(); });
}

/** Selects the rest of a line from a column on, and scrolls it into sight. Lines and columns count from 1. */
function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(Math.min(start + Math.max(0, column - 1), end), end);
  area.scrollTop = Math.max(0, (line - 6) * (area.scrollHeight / Math.max(1, lines.length)));
}
