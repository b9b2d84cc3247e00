/** Small comforts in the browser. Every page works without this file. */
import './board.ts';
import './editor.ts';
import './drawing.ts';
import './passkeys.ts';
import './kiosk.ts';
import './decide.ts';
import './narrow.ts';
import { leavingLeavesNoWayBack } from './leaving.ts';
import { createAll, Button, ErrorSummary, SkipLink } from 'govuk-frontend';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(SkipLink);
createAll(ErrorSummary);
createAll(Button);
leavingLeavesNoWayBack();

/** A form is sent once, however often its button is pressed. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
  form.addEventListener('submit', event => {
    if (form.dataset['sent']) event.preventDefault();
    form.dataset['sent'] = 'yes';
    setTimeout(() => delete form.dataset['sent'], 4000);
  });
}

const first = document.querySelector<HTMLElement>('[data-focus]');
// Why not always into sight: an address that names a place on the page is read there.
first?.focus({ preventScroll: location.hash !== '' && first.matches('.notice') });

/** Read aloud: speaks the words of the part named by the button, marking each line as it is read. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-read-aloud]')) {
  if (!('speechSynthesis' in window)) continue;
  button.hidden = false;
  button.addEventListener('click', () => readAloud(button));
}

function readAloud(button: HTMLButtonElement): void {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return done(button);
  }
  const lines = [...document.querySelectorAll<HTMLElement>(`${button.dataset['readAloud']} [data-line]`)];
  button.setAttribute('aria-pressed', 'true');
  lines.forEach((line, at) => {
    const speech = new SpeechSynthesisUtterance(line.dataset['line'] || line.innerText);
    speech.lang = languageOf(line);
    speech.voice = voiceFor(speech.lang);
    speech.rate = 0.85;
    speech.onstart = () => { lines.forEach(other => other.classList.toggle('is-read', other === line)); line.scrollIntoView({ block: 'center' }); };
    if (at === lines.length - 1) speech.onend = () => done(button);
    speechSynthesis.speak(speech);
  });
}

const languageOf = (line: HTMLElement): string => line.closest<HTMLElement>('[lang]')!.lang;

/** The browser's voice for a language; null leaves the choice to the browser. */
const voiceFor = (language: string): SpeechSynthesisVoice | null => {
  const voices = speechSynthesis.getVoices();
  return voices.find(voice => voice.lang.toLowerCase() === language.toLowerCase()) ?? voices.find(voice => voice.lang.toLowerCase().split('-')[0] === language.toLowerCase().split('-')[0]) ?? null;
};

function done(button: HTMLButtonElement): void {
  button.setAttribute('aria-pressed', 'false');
  document.querySelectorAll('.is-read').forEach(line => line.classList.remove('is-read'));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
