/** The certificate of one agreement as a sealed paper. */
import { longDay, longMoment } from '../../../page-parts/index.ts';
import { ENGLISH } from '../../../platform/languages/index.ts';
import { CHANNELS, type CertificateProps } from '../pages/certificate.tsx';
import { answerRows } from '../allowed/pages.tsx';
import { proofRows } from '../family/pages.tsx';
import { tickedRows } from '../ticks/pages.tsx';
import { CERTIFICATE } from './paper.ts';
import type { Papered } from './sealed.ts';

/** What the certificate on paper holds: the same as on screen, and the words themselves. */
export function certificatePaper(view: CertificateProps): Papered {
  const { agreement, text } = view;
  return {
    name: `agreement-${agreement.id}.pdf`, reason: 'Record of an agreement', template: CERTIFICATE,
    paper: {
      title: view.title, lede: `Certificate of an agreement, edition ${agreement.edition}.`, foot: `Certificate ${agreement.id}. Text ${agreement.textHash.slice(0, 16)}.`,
      statement: agreement.statement, name: agreement.typedName ?? 'name erased', drawing: agreement.drawing && drawn(agreement.drawing), facts: factsOf(view), text: view.same ? text : null,
      textSays: 'Exactly this was put before the signer. The words are attached to this file as what-was-shown.txt; the mark of the text above is the SHA-256 of that attachment.',
    },
  };
}

function factsOf(view: CertificateProps): { term: string; value: string; mono: boolean }[] {
  const { agreement } = view;
  const rows: (readonly [string, string, true?])[] = [
    ['Signed by', view.signer],
    ['Role at the time', view.roles || 'not on record'],
    ...(agreement.capacity === 'guardian' ? [['For the child', view.person] as const] : []),
    ['When', longMoment(agreement.at)],
    ...proofRows(view),
    ...tickedRows(view),
    ...answerRows(view.answers),
    ['How', CHANNELS[agreement.channel]],
    ...(view.taken ? [['Given on', longDay(view.taken.on)], ['Taken by', view.taken.by], ['Entered by', view.taken.enteredBy]] as const : []),
    ['Witness', view.witness ?? 'none'],
    ['What was shown', agreement.whole ? `the whole document, edition ${agreement.edition}` : `what was new in edition ${agreement.edition}: ${agreement.clauses.length} ${agreement.clauses.length === 1 ? 'clause' : 'clauses'}`],
    ['Language', view.shownIn ? `${view.shownIn.language.name} (${view.shownIn.language.code}): a translation made for edition ${view.shownIn.edition}, with the English behind it. The English decides.` : ENGLISH.name],
    ...(view.shownIn ? [['Said in that language', view.shownIn.statement] as const, ['Mark of the translation (SHA-256)', view.shownIn.hash, true] as const] : []),
    ['Mark of the text (SHA-256)', agreement.textHash, true],
    ...(view.line ? [['Line of the logbook', `${view.line.seq.toLocaleString('en-GB')}, ${view.line.hash.slice(0, 16)}`] as const] : []),
    ['Now', agreement.undone ? `noted by mistake and undone on ${longDay(agreement.withdrawnOn!)}` : agreement.withdrawnOn ? `taken back on ${longDay(agreement.withdrawnOn)}` : 'it stands'],
    ['Checked', view.same ? 'The text kept by the school gives this mark: nothing in it has changed since.' : 'The text kept by the school does NOT give this mark. Ask the school office.'],
  ];
  return rows.map(([term, value, mono]) => ({ term, value, mono: mono === true }));
}

const drawn = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 180"><path d="${path}" fill="none" stroke="#16233d" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
