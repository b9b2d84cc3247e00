/** What is deleted, and what is not kept twice. */
import { sentencesOf } from '../passages.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';

const DELETED = /\b(?:delet(?:e|es|ed|ion)|eras(?:e|es|ed|ure)|destroy(?:s|ed)?|wip(?:e|es|ed)|purg(?:e|es|ed)|permanently removed)\b/i;
const RECORDS = /\b(?:accounts?|materials?|contents?|data|files?|mailbox(?:es)?|e-?mails?|records?|logs?|backups?|information|images|photo(?:graph)?s|pictures|videos|recordings|footage)\b/i;
const AT_AN_END = /\bleavers?\b|\b(?:leav(?:e|es|ing)|left|departed?|quits?) (?:the |our |their |his or her )?(?:school|trust|academy|college|post|employment|employ|job|role|us)\b|\b(?:staff|pupils?|students?|employees?|teachers?|person|members?|governors?|volunteers?|anyone|everyone|they|he|she|who|somebody|someone|people|users?)\b[^.]{0,25}\b(?:leaves?|left|leaving|departs?)\b|\bwhen leaving\b|\bceases?\b[^.]{0,20}\bemploy|\bend(?:s|ing)? (?:of )?(?:their |his or her |the )?employment|\bemployment (?:ends|ceases)|\b(?:kept|held|retained|stored|maintained|saved|retain(?:s|ed)?|keeps?|retention)\b[^.]{0,80}\b(?:years?|months?|days?|weeks?|terms?)\b|\bafter (?:\w+ ){0,3}(?:years?|months?|days?|weeks?)\b/i;
const HOLD = /\b(?:legal hold|open case|on hold|held back|litigation|investigations?|inquiry|inquiries|claims?|proceedings|preserv\w*|required by law|legal (?:obligation|requirement|duty|reason)|unless|evidence)\b/i;

/** Records that are deleted when somebody leaves or a period ends, and nothing may stop it. */
export const checkDeletion: TextRule = ({ passages }) => passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
  const found = DELETED.exec(text);
  const isFaulty = found && RECORDS.test(text) && AT_AN_END.test(text) && !HOLD.test(passage.text) && !/\b(?:not|never) (?:be )?(?:delet|eras|destroy|wip)/i.test(text);
  return isFaulty ? [findingAt(passage.at(offset + found.index), {
    severity: 'warning', code: 'deletion-without-hold', message: `"${quote(text, 80)}": it is deleted even when it is needed for an inquiry or a claim.`, remedy: 'Add that a legal hold stops every deletion, and who may set one.',
  })] : [];
}));

const NO_BACKUP = /\b(?:not|never|no|nor|without)\b[^.]{0,40}\bback(?:ed)?[- ]?(?:up|ups)\b|\bback-?ups? (?:is|are|will be) not\b/i;

/** Data of which no second copy exists. */
export const checkBackup: TextRule = ({ passages }) => passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
  const found = NO_BACKUP.exec(text);
  if (!found || /\b(?:if|when|where|unless|that)\b/i.test(text.slice(0, found.index)) || /\b(?:personal|private|own) (?:files|data|devices?)\b/i.test(text)) return [];
  return [findingAt(passage.at(offset + found.index), {
    severity: 'warning', code: 'no-backup', message: `"${quote(text, 80)}": there is no second copy (DfE cyber security standards ask for three, one of them elsewhere).`, remedy: 'Back it up, and test the backup each term.',
  })];
}));
