/** Passkeys in the browser: the two buttons of the sign-in pages. */
import { startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';

async function send<Said>(path: string, body: unknown): Promise<Said> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.problem ?? '');
  return said;
}

/** The words stand on the page, in the reader's language: `data-press` on the button, `data-not-used` and `data-failed` where it fails. */
function button(place: HTMLElement, work: (say: (words: string) => void) => Promise<void>): void {
  const press = Object.assign(document.createElement('button'), { type: 'button', className: 'govuk-button', textContent: place.dataset['press'] ?? '' });
  const words = Object.assign(document.createElement('p'), { className: 'govuk-error-message' });
  words.setAttribute('role', 'status');
  const failed = (error: Error) => { words.textContent = error.name === 'NotAllowedError' ? place.dataset['notUsed'] ?? '' : error.message || place.dataset['failed'] || ''; };
  press.addEventListener('click', () => {
    press.disabled = true;
    words.textContent = '';
    void work(said => { words.textContent = said; }).catch(failed).finally(() => { press.disabled = false; });
  });
  place.replaceChildren(press, words);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-sign-in]')) {
  const school = place.dataset['passkeySignIn']!;
  button(place, async () => {
    const { options, challenge } = await send<{ options: PublicKeyCredentialRequestOptionsJSON; challenge: string }>(`${school}/sign-in/passkey/begin`, {});
    const response = await startAuthentication({ optionsJSON: options });
    await send(`${school}/sign-in/passkey/finish`, { challenge, response });
    location.assign(place.dataset['next'] ?? school);
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-add]')) {
  const school = place.dataset['passkeyAdd']!;
  button(place, async () => {
    const { options, challenge } = await send<{ options: PublicKeyCredentialCreationOptionsJSON; challenge: string }>(`${school}/passkeys/begin`, {});
    const response = await startRegistration({ optionsJSON: options });
    const { next } = await send<{ next: string }>(`${school}/passkeys/finish`, { challenge, response, label: (place.dataset['label'] ?? '{day}').replace('{day}', new Date().toLocaleDateString(document.documentElement.lang)) });
    location.assign(next);
  });
}
