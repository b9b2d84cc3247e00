/** What a text says of monitoring: two stories about the same thing, monitoring behind people's backs, or on nobody's authority. */
import { sentencesOf } from '../passages.ts';
import type { Passage } from '../passages.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';

const WATCHES = /\b(?:monitor(?:s|ed|ing)?|intercept(?:s|ed)?|inspect(?:s|ed)?|read(?:s)?|look(?:s|ed)? (?:at|into)|access(?:es|ed)?|check(?:s|ed)?|log(?:s|ged)?|record(?:s|ed)?)\b/i;
const WATCHED = /\b(?:e-?mails?|mail|mailboxes|messages|internet|web(?:site)?|network|system|computers?|everything|activity|files|accounts?|use)\b/i;
const ONLY_IF = /\bonly\b[^.]{0,80}\b(?:if|when|where|on)\b[^.]{0,80}\b(?:suspicion|suspect(?:s|ed)?|reason to believe|believes?|cause|misuse|inappropriate use|complaint|concern)\b|\b(?:not|never)\b[^.]{0,60}\b(?:unless|without|except)\b[^.]{0,60}\b(?:suspicion|suspect(?:s|ed)?|reason to believe|good cause|misuse|inappropriate use|complaint)\b|\b(?:will|are|is) not (?:be )?(?:routinely )?(?:monitored|read|inspected)\b|\b(?:are|is|remains?) (?:entirely |completely )?private\b/i;
const ALWAYS = /\b(?:everything|all)\b[^.]{0,80}\b(?:is|are|will be)\b[^.]{0,30}\b(?:monitored|logged|recorded|read|checked|scanned|inspected)\b|\ball\b[^.]{0,60}\bsubject to monitoring\b|\b(?:monitors?|reads?|checks?|logs?|scans?) (?:all|every|everything)\b|\bintercept e-?mails?\b|\b(?:routinely|continuously|constantly) (?:monitor|read|check|intercept)/i;

interface Said { readonly passage: Passage; readonly offset: number; readonly text: string }

/** "Only on suspicion" in one place and "everything is monitored" in another: each place is named, with the other's line. */
export const checkMonitoringStories: TextRule = ({ passages }) => {
  const said = passages.flatMap((passage) => sentencesOf(passage.text).map(({ text, offset }): Said => ({ passage, offset, text }))).filter(({ text }) => WATCHES.test(text) && WATCHED.test(text));
  const narrow = said.filter(({ text }) => ONLY_IF.test(text));
  const wide = said.filter(({ text }) => ALWAYS.test(text) && !ONLY_IF.test(text));
  const first = narrow[0];
  const other = wide[0];
  if (!first || !other) return [];
  const about = (place: Said, against: Said) => findingAt(place.passage.at(place.offset), {
    severity: 'error', code: 'contradiction', message: `"${quote(place.text)}" does not fit line ${against.passage.at(against.offset).line}: "${quote(against.text)}".`, remedy: 'Say once what is monitored, when, by whom and on whose authority.',
  });
  return [...narrow.map((place) => about(place, other)), ...wide.map((place) => about(place, first))];
};

const SECRET = /\bmonitor(?:s|ed|ing)?\b[^.]{0,120}\b(?:without (?:any )?(?:prior )?(?:notice|warning|telling|informing|(?:the |their |your )?(?:users?['’]? )?knowledge)|covertly|secretly|in secret)\b|\b(?:covert(?:ly)?|secret(?:ly)?)\s+monitor/i;

/** Monitoring of which nobody is told. */
export const checkSecretMonitoring: TextRule = ({ passages }) => passages.flatMap((passage) => {
  const found = SECRET.exec(passage.text);
  if (!found || /\b(?:never|not|no)\b/i.test(passage.text.slice(Math.max(0, found.index - 30), found.index + found[0].length))) return [];
  return [findingAt(passage.at(found.index), {
    severity: 'error', code: 'monitoring-without-notice', message: `"${quote(found[0])}": people must be told that they are monitored.`, remedy: 'Say what is monitored and that users are told.',
  })];
});

const IS_WATCHED = /\b(?:is|are|be|being)\s+(?:[a-z]+\s+){0,2}(?:monitored|intercepted)\b|\bsubject to (?:[a-z]+\s+)?monitoring\b|\b(?:we|school|trust|academy)\s+(?:also\s+|may\s+|can\s+|will\s+)?(?:monitors?|intercepts?)\b|\bright to (?:monitor|intercept)\b/i;
/** What is monitored without anybody being watched. */
const NOBODY = /\b(?:backups?|compliance|progress|budgets?)\b/i;
const SPEAKS_OF_IT = /\bmonitor|\bintercept|\blogs\b/i;
const AUTHORITY = /\bauthori[sz]|\bapprov|\bpermission of\b|\bagree(?:s|d|ment)\b|\banswers? for\b|\bresponsib|\bhead(?:teacher|master|mistress)?\b|\bprincipal\b|\bgovern(?:ors?|ing)\b|\btrustees\b|\bsafeguarding lead\b|\bDSL\b|\bsenior (?:lead|manage|staff)|\bSLT\b|\bmanager\b|\bofficer\b/i;

/** People are watched, and no passage about it names an office that allows it. */
export const checkMonitoringAuthority: TextRule = ({ passages }) => {
  const about = passages.filter(({ text }) => SPEAKS_OF_IT.test(text));
  if (about.some(({ text }) => AUTHORITY.test(text))) return [];
  const said = about.flatMap((passage) => sentencesOf(passage.text).map(({ text, offset }): Said => ({ passage, offset, text }))).find(({ text }) => IS_WATCHED.test(text) && WATCHED.test(text) && !NOBODY.test(text));
  return said === undefined ? [] : [findingAt(said.passage.at(said.offset), {
    severity: 'warning', code: 'monitoring-without-authority', message: `"${quote(said.text)}": no office is named that allows it.`, remedy: 'Name the office that authorises the monitoring, and who may look at what.',
  })];
};
