/** The panel of sharing, and the paper that goes outside. */
import { Button, Card, Choices, ErrorSummary, longMoment, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import { ENTRY_SORT } from '../entry-words.ts';
import type { Entry, Opened } from '../words.ts';
import type { SharedWords } from './words.ts';

export interface SharingView {
  readonly opened: Opened;
  readonly here: string;
  readonly names: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly offices: readonly string[];
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const manyIn = (raw: Body, name: string): string[] => [raw[name] ?? []].flat();

export const SharingPanel = ({ view }: { view: SharingView }) => {
  const { opened, here, names, vocabulary } = view;
  const shares = opened.eyes.filter(eye => eye.why === 'shared' && eye.until === null);
  const receipts = opened.entries.filter(entry => entry.sort === 'shared') as Entry<SharedWords & Record<string, unknown>>[];
  return (
    <Card title="Talking and sharing">
      {opened.report.reporter === null && opened.report.channel !== 'anonymous' ? <p>Who told it is not known, so nobody can be asked.</p> : (
        <form method="post" action={`${here}/talk`} class="no-print">
          <TextArea name="text" id="talk-text" label="Write to whoever told it" hint="They read it on their own page. They see nothing else of this concern but where it stands." rows={3} />
          <p class="actions"><Button name="sort" value="question" tone="quiet">Ask, and wait for an answer</Button><Button name="sort" value="reply" tone="quiet">Just tell them</Button></p>
        </form>
      )}
      {shares.length > 0 && <><h3>Shared with</h3><ul>{shares.map(eye => (
        <li key={eye.id}>{eye.office === null ? names.get(eye.person!) ?? 'Somebody who is forgotten' : capital(officeWords(eye.office, vocabulary))}, since {longMoment(eye.since)}
          <form method="post" action={`${here}/end-share`} class="no-print inline-form"><input type="hidden" name="eye" value={eye.id} /><button class="link-button" type="submit">End it<span class="govuk-visually-hidden"> for {eye.office === null ? names.get(eye.person!) : officeWords(eye.office, vocabulary)}</span></button></form></li>
      ))}</ul></>}
      {receipts.some(entry => entry.words.outside) && <><h3>Given outside</h3><ul>{receipts.filter(entry => entry.words.outside).map(entry => <li key={entry.id}><a href={`${here}/shared/${entry.id}`}>{entry.words.to}</a>, {longMoment(entry.at)}</li>)}</ul></>}
      <p class="no-print"><a href={`${here}/share`}>Share parts of it</a></p>
    </Card>
  );
};

const summary = (entry: Entry): string => {
  const said = ['text', 'narrative', 'reasons'].map(name => entry.words[name]).find((value): value is string => typeof value === 'string') ?? '';
  return said.length > 140 ? `${said.slice(0, 140)} …` : said;
};

export const SharePage = ({ view, raw, errors }: { view: SharingView; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Share parts of {view.opened.concern.code}</h1>
    <p class="lede">Share no more than they need, and say why. They read only what you tick; nothing else of the concern shows.</p>
    <form method="post" action={`${view.here}/share`}>
      <Select name="to" label="Who gets it?" error={errors['to']} value={textIn(raw, 'to')} choices={[
        { value: '', text: 'Choose' }, { value: 'outside', text: 'Somebody outside: social care, the police, another school' },
        ...view.offices.map(office => ({ value: `office ${office}`, text: capital(officeWords(office, view.vocabulary)) })), ...view.people.map(one => ({ value: `person ${one.id}`, text: one.name })),
      ]} />
      <TextField name="outside" label="If it is somebody outside: which service, and who there?" value={textIn(raw, 'outside')} error={errors['outside']} maxlength={200} />
      <Choices name="parts" label="What do they get?" many small error={errors['parts']} chosen={manyIn(raw, 'parts')} choices={view.opened.entries.filter(entry => !['restricted-note', 'shared', 'answer-read'].includes(entry.sort)).map(entry => ({ value: entry.id, text: ENTRY_SORT[entry.sort] ?? 'Noted', hint: `${longMoment(entry.at)}. ${summary(entry)}` }))} />
      <TextArea name="reason" label="Why do they need it?" rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
      <Note><p>Whoever it is about can never be given it. What goes outside is printed from the next page; the receipt stays with the concern.</p></Note>
      <Button>Share it</Button>
    </form>
    <p><a href={view.here}>Share nothing</a></p>
  </>
);

const PART_WORDS: Readonly<Record<string, string>> = { text: 'What was said', narrative: 'What was told', reasons: 'Reasons', date: 'Day', agency: 'Agency', reference: 'Reference' };

/** What somebody outside is given: the parts, who gave them, why, and when. */
export const OutsidePage = ({ code, school, receipt, entries, by }: { code: string; school: string; receipt: Entry<SharedWords & Record<string, unknown>>; entries: readonly Entry[]; by: string }) => (
  <>
    <h1>Concern {code}</h1>
    <p>{school}. Given to {receipt.words.to} by {by} on {longMoment(receipt.at)}.</p>
    <p>Why: {receipt.words.text}</p>
    <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    <ol class="chronology">{entries.map(entry => (
      <li key={entry.id}><p><strong>{ENTRY_SORT[entry.sort] ?? 'Noted'}</strong>, {longMoment(entry.at)}</p>
        {Object.entries(PART_WORDS).map(([name, words]) => (typeof entry.words[name] === 'string' && entry.words[name] !== '' ? <p key={name} class="pre-line"><span class="govuk-visually-hidden">{words}: </span>{entry.words[name] as string}</p> : null))}
      </li>
    ))}</ol>
    <p>Confidential. For {receipt.words.to} alone.</p>
    <p>Received by (name and day):</p>
  </>
);
