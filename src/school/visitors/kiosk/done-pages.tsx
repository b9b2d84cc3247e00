/** What a visitor takes along once signed in: the badge, the code of the wifi, the way to their own device. */
import type { VNode } from 'preact';
import { longDay, longMoment, Note } from '../../../page-parts/index.ts';
import type { MyCode } from '../wifi/words.ts';
import { nameOf, type Visit } from '../words.ts';
import { Kiosk } from './frame.tsx';

/** What came of asking for a code of the wifi, as its page says it. */
export type WifiSaid = 'none-left' | 'sign-first' | 'no-rules' | 'not-asked';

export function DonePage({ slug, school, visit, host, code, wifi }: { slug: string; school: string; visit: Visit; host: string | null; code: MyCode | null; wifi: WifiSaid }) {
  return (
    <Kiosk slug={slug} idle={180}>
      <h1>Thank you. You are signed in.</h1>
      <p class="lede">{host === null ? 'The office knows that you are here.' : <>{host} is being told that you are here. Please wait.</>}</p>
      <Badge school={school} visit={visit} host={host} code={code} />
      {code && <WifiCode code={code} />}
      {!code && wifi !== 'not-asked' && <NoCode wifi={wifi} />}
      <p>When you leave, type the code of your badge here: <strong class="badge-code">{visit.code}</strong></p>
      <div class="actions">
        <a class="govuk-button" href={`/${slug}/kiosk`} draggable={false}>Done</a>
        <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>Print the badge</button>
        <a href={`/${slug}/kiosk/visit/${visit.id}/badge`}>The badge as a label (PDF)</a>
      </div>
    </Kiosk>
  );
}

export function Badge({ school, visit, host, code }: { school: string; visit: Visit; host: string | null; code: MyCode | null }) {
  return (
    <section class="badge" aria-label="Your badge">
      <p class="badge__school">{school}</p>
      <p class="badge__name">{nameOf(visit)}</p>
      {visit.organisation !== '' && <p>{visit.organisation}</p>}
      <p>{host === null ? 'Visits the school office' : <>Visits {host}</>}</p>
      <p>{longDay(visit.day)}</p>
      {code && <p>Wifi {code.network}: <span class="mono">{code.code}</span></p>}
      <p class="badge__code">{visit.code}</p>
    </section>
  );
}

export const WifiCode = ({ code }: { code: MyCode }) => (
  <Note tone="good" title="Your code for the guest wifi">
    <p>Choose the wifi <strong>{code.network}</strong> and give this code: <strong class="badge-code mono">{code.code}</strong></p>
    <p>It is yours alone, and good until the end of {longDay(code.endsOn)}.</p>
  </Note>
);

export const NoCode = ({ wifi }: { wifi: Exclude<WifiSaid, 'not-asked'> }) => (
  <Note title="No code for the wifi yet">
    {wifi === 'none-left' && <p>There is no free code just now. Those who look after the wifi have been told. Ask at the desk.</p>}
    {wifi === 'sign-first' && <p>A code is given once the rules are signed. Ask at the desk.</p>}
    {wifi === 'no-rules' && <p>Here a code is given only to people who have signed rules for it, and this school has none for guests. Ask at the desk.</p>}
  </Note>
);

export function OwnDevicePage({ slug, visit, qr, until }: { slug: string; visit: Visit; qr: VNode; until: Date }) {
  return (
    <Kiosk slug={slug} idle={300}>
      <h1>Read and sign on your own device</h1>
      <p class="lede">Point its camera at this picture. It opens the rules for you alone, signs once, and works until {longMoment(until)}.</p>
      {qr}
      <p>Then come back to this screen.</p>
      <div class="actions"><a class="govuk-button" href={`/${slug}/kiosk/visit/${visit.id}`} draggable={false}>I have signed: go on</a></div>
    </Kiosk>
  );
}
