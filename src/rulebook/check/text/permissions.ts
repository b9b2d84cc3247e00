/** Sentences that allow what no school allows; mostly a "not" has been lost. */
import { sentencesOf } from '../passages.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';

const ALLOWS = /\b(?:may|can|are (?:able|allowed|permitted|free|encouraged|welcome) to|is (?:allowed|permitted|acceptable)|it is (?:fine|acceptable|ok))\b/i;
/** Any of these makes the sentence a ban, a condition or a warning. */
const NARROWS = /\b(?:not|never|no|cannot|only|unless|except|nor|neither|without|avoid|refrain|risks?|dangers?|if|when|where|provided|permission|agreed|authori[sz]ed|consent|approval|approved)\b|n['’]t\b/i;

const PUPILS = String.raw`(?:pupils?|students?|children|learners?)`;
const OWN = String.raw`(?:personal|private|own)`;
const RISKY: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\b(?:communicat|contact|messag|chat|talk|befriend|friends? with|follow|text|phone|e-?mail|call)\w*\b[^.]*\b${PUPILS}\b[^.]*\b${OWN}\b[^.]*\b(?:social|network|account|phone|mobile|e-?mail|device|number)`, 'i'), 'staff to reach pupils by private channels'],
  [new RegExp(String.raw`\b${OWN}\b[^.]*\b(?:social|network|account|phone|mobile|e-?mail|device|number)\w*\b[^.]*\b(?:communicat|contact|messag|chat|talk|text|call)\w*[^.]*\b${PUPILS}\b`, 'i'), 'staff to reach pupils by private channels'],
  [new RegExp(String.raw`\b(?:staff|teachers?|adults?)\b[^.]*\b(?:be|become|accept)\b[^.]*\bfriends?\b[^.]*\b${PUPILS}\b|\b(?:accept|add)\b[^.]*\b${PUPILS}\b[^.]*\b(?:friends?|followers?)\b`, 'i'), 'staff to befriend pupils online'],
  [/\b(?:share|disclose|tell|give|lend|pass on)\b[^.]*\b(?:passwords?|log-?in details?|credentials)\b|\b(?:passwords?|log-?ins?)\b[^.]*\b(?:be shared|be disclosed|be given|be lent)\b/i, 'passwords to be shared'],
  [new RegExp(String.raw`\b${OWN}\s+(?:mobile\s+|smart)?(?:phones?|mobiles?|devices?|cameras?|tablets?)\b[^.]*\b(?:photo|picture|image|film|video|record)\w*[^.]*\b${PUPILS}\b|\b(?:photo|picture|image|film|video|record)\w*[^.]*\b${PUPILS}\b[^.]*\b(?:on|with)\b[^.]*\b${OWN}\s+(?:mobile\s+|smart)?(?:phones?|mobiles?|devices?|cameras?|tablets?)\b`, 'i'), 'pictures of pupils on private devices'],
  [/\b(?:unencrypted|not encrypted)\b[^.]*\b(?:personal data|pupil data|sensitive|memory sticks?|usb)\b/i, 'personal data to be carried unencrypted'],
];

export const checkRiskyPermissions: TextRule = ({ passages }) => passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
  const allows = ALLOWS.exec(text);
  if (!allows || NARROWS.test(text)) return [];
  const risk = RISKY.find(([pattern]) => pattern.test(text));
  if (!risk) return [];
  return [findingAt(passage.at(offset + allows.index), {
    severity: 'error', code: 'risky-permission', message: `"${quote(text, 80)}" allows ${risk[1]}; a "not" may be missing.`, remedy: 'Forbid it, or say who may allow it and when.',
  })];
}));

const SECRECY = /\b(?:not|never|no one|nobody)\b[^.]*\b(?:disclos\w*|shar(?:e|ed|es|ing)|reveal\w*|giv(?:e|en|es|ing)|told|tell|divulg\w*|pass(?:ed)? on|know)\b/i;
const PASSWORD = /\b(?:passwords?|log-?in details|credentials|security information)\b/i;
const EXCEPTION = /\b(?:other than|except(?: to| for| with| when| in)?|unless|apart from|save (?:to|for))\b(?![^.]{0,30}\b(?:password (?:manager|vault|safe)|owners?|yourself|themselves|account holder|the user)\b)/i;
const HANDED_IN = /\bpasswords?\b[^.]*\b(?:must|should|will|are to|to) be (?:given|lodged|supplied|handed|disclosed|told|shared|left|registered)\b(?: in)? (?:to|with|by)\b|\b(?:must|should|will|are (?:required|asked|expected) to)\b[^.]{0,40}\b(?:give|supply|hand|disclose|tell|share|lodge|leave)\b[^.]{0,30}\bpasswords?\b/i;

/** A password that somebody else may know after all. */
export const checkPasswords: TextRule = ({ passages }) => passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
  const at = PASSWORD.test(text) ? disclosureIn(text) : -1;
  return at < 0 ? [] : [findingAt(passage.at(offset + at), {
    severity: 'error', code: 'password-disclosed', message: `"${quote(text, 90)}" lets somebody else know a password.`, remedy: 'A password belongs to one person alone: let IT reset it instead of asking for it.',
  })];
}));

/** Where a sentence lets a password out: an exception to its secrecy, or an order to hand it in. */
function disclosureIn(text: string): number {
  const secrecy = SECRECY.exec(text);
  const exception = EXCEPTION.exec(text);
  if (secrecy && exception && exception.index > secrecy.index) return exception.index;
  const handedIn = HANDED_IN.exec(text);
  return handedIn && !/\b(?:no|never|not|nobody|cannot)\b/i.test(text.slice(0, handedIn.index + handedIn[0].length)) ? handedIn.index : -1;
}
