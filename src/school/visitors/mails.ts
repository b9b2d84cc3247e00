/** The mails of visiting: thin, and never about a pupil. */
import type { Letter } from '../../platform/mail/index.ts';
import type { School } from '../../platform/web/index.ts';
import type { Stint, Visit } from './words.ts';
import { nameOf } from './words.ts';

const HALF_A_DAY_MS = 12 * 3_600_000;

/** To the host: somebody is at reception. */
export function arrivedMail(school: School, of: { visit: Visit; host: string; to: string; place: string; at: Date }): Letter {
  const { visit } = of;
  const from = visit.organisation === '' ? '' : `, ${visit.organisation}`;
  return {
    kind: 'visitor-arrived', person: of.host, to: of.to, once: `visitor-arrived ${visit.id}`, expiresAt: new Date(of.at.getTime() + HALF_A_DAY_MS), subject: `Your visitor is here, ${school.name}`,
    body: `${nameOf(visit)}${from} has signed in and is waiting for you at ${of.place}.\n\nWho is expected:\n{site}/${school.slug}/visitors/expected\n`,
  };
}

/** To somebody whom the school knows and who signed at reception: it was you, was it not? */
export function signedMail(school: School, of: { person: string; to: string; titles: readonly string[]; place: string; once: string }): Letter {
  return {
    kind: 'signed-at-door', person: of.person, to: of.to, once: `signed-at-door ${of.once}`, subject: `You signed at reception, ${school.name}`,
    body: `In your name somebody has just signed on the tablet at ${of.place}:\n\n${of.titles.map(title => `  - ${title}`).join('\n')}\n\nWas it not you? Then tell the school office at once: the signature can be taken back.\n`,
  };
}

/** To a supply teacher: the rules of the day, to read and sign before they come. It goes to their own address and to nobody else. */
export function supplyMail(school: School, of: { stint: Stint; to: string; token: string; expiresAt: Date }): Letter {
  return {
    kind: 'supply-link', person: of.stint.person, to: of.to, once: `supply-link ${of.token.slice(0, 12)}`, secret: true, expiresAt: of.expiresAt, subject: `Before you teach at ${school.name}`,
    body: `You are expected at ${school.name}. Please read the rules for those who teach here, and sign them. It takes three minutes:\n\n{site}/${school.slug}/supply/${of.token}\n\n`
      + 'This link is yours alone and signs once. After you have signed, it shows the code for the wifi, where you have one.\n',
  };
}

/** To those who keep the codes of the wifi: there are few left, or none. */
export function fewCodesMail(school: School, of: { person: string; to: string; left: number; today: string }): Letter {
  return {
    kind: 'wifi-codes', person: of.person, to: of.to, once: `wifi-codes ${of.left === 0 ? 'none' : 'few'} ${of.today} ${of.person}`, subject: `Codes for the guest wifi are running out, ${school.name}`,
    body: `${of.left === 0 ? 'There is no free code left. Guests who sign today are told to ask you.' : `Free codes left: ${of.left}.`}\n\nAdd codes:\n{site}/${school.slug}/visitors/wifi\n`,
  };
}
