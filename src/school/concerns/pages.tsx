/** The page of a concern and the panels that every concern has. */
import type { ComponentChildren } from 'preact';
import { Card, Chip, Details, Facts, longMoment, Table } from '../../page-parts/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { capital, officeWords } from '../policies/index.ts';
import { ENTRY_SORT } from './entry-words.ts';
import { kindWords } from './kinds.ts';
import type { ReadingLine } from './reads.ts';
import type { Channel, Concern, ConcernState, Entry, EyeReason, FileLine, Opened, Panel, Severity, ToldWords } from './words.ts';

export const STATE: Readonly<Record<ConcernState, string>> = { new: 'New', seen: 'Seen', 'in-hand': 'Being dealt with', closed: 'Closed' };
export const STATE_TONE = { new: 'ask', seen: 'tell', 'in-hand': 'depends', closed: 'plain' } as const;
export const SEVERITY: Readonly<Record<Severity, string>> = { minor: 'Minor', ordinary: 'Ordinary', serious: 'Serious', 'very-serious': 'Very serious' };
const CHANNEL: Readonly<Record<Channel, string>> = {
  screen: 'Told on this site', anonymous: 'Told by somebody who stays unknown', kiosk: 'Told at the school’s own screen', 'by-hand': 'Told to somebody, who wrote it down',
  'block-page': 'Told from a page that was blocked', answer: 'Told from an answer of the rules',
};
const WHY: Readonly<Record<EyeReason, string>> = {
  routed: 'The rules send it here', 'handed-on': 'Nobody else was there to open it', 'round-the-subject': 'In the place of somebody it is about', copied: 'The rules say that they hear of it',
  shared: 'It was shared with them', 'opened-by-two': 'Two offices opened it together', escalated: 'They own the policy, and nobody wrote down in time what was done',
};

export const ConcernPage = ({ opened, panels, vocabulary }: { opened: Opened; panels: readonly Panel[]; vocabulary: Vocabulary }) => (
  <>
    <h1>Concern {opened.concern.code}</h1>
    <p class="lede">{capital(kindWords(opened.concern.kind, vocabulary))}</p>
    <p><Chip tone={STATE_TONE[opened.concern.state]}>{STATE[opened.concern.state]}</Chip> {opened.concern.severity && <Chip>{SEVERITY[opened.concern.severity]}</Chip>}</p>
    <div class="stack">{panels.map((panel, at) => <div key={at}>{panel.body}</div>)}</div>
  </>
);

export interface ToldView {
  readonly opened: Opened;
  readonly names: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly cited: readonly { readonly cite: string; readonly href: string }[];
  /** Other concerns about the same children. */
  readonly others: readonly Concern[];
  /** No rule of the school speaks of this kind of thing. */
  readonly silent: boolean;
  /** The page's own address. */
  readonly here: string;
}

const nameOf = (names: ReadonlyMap<string, string>, id: string): string => names.get(id) ?? 'Somebody who is forgotten';
const sized = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

export const FileList = ({ files, here, held = false }: { files: readonly FileLine[]; here: string; held?: boolean }) => (
  <ul>{files.map(file => <li key={file.id}>{held ? <>{file.name} ({sized(file.size)}). <a href={`${here}/files/${file.id}/held`}>It is held for the police<span class="govuk-visually-hidden">: {file.name}</span></a></> : <><a href={`${here}/files/${file.id}`}>{file.name}</a> ({sized(file.size)})</>}</li>)}</ul>
);

/** A fact as its name and value read; what the form asked besides stands as it was asked. */
export function factWords(name: string, value: string, vocabulary: Vocabulary): readonly [string, string] {
  const fact = vocabulary.facts.get(name);
  if (!fact && (value === 'yes' || value === 'no')) return [FIELD_WORDS[name] ?? capital(name.replaceAll('-', ' ')), value === 'yes' ? 'Yes' : 'No'];
  if (!fact) return [FIELD_WORDS[name] ?? capital(name.replaceAll('-', ' ')), value.split(/\s*\n\s*/).join(', ')];
  // Why: the words of this value are said by whoever tells it, and somebody else reads them here.
  if (name === 'subject' && value === 'self') return [fact.question || fact.meaning, 'Whoever tells it'];
  return [fact.question || fact.meaning, fact.type === 'yes/no' ? (value === 'yes' ? 'Yes' : 'No') : capital(fact.values.get(value)?.plain ?? value)];
}

/** What the forms ask by names of their own. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  danger: 'Is anybody in danger now?', when: 'When did it happen?', where: 'Where did it happen?', who: 'Who or what is it about?', 'web-address': 'Web address', date: 'Date', time: 'Time',
  'virus-name': 'Name of the virus', 'actions-taken': 'What has been done', device: 'Which device?', data: 'What data is on it or in it?', people: 'How many people does the data concern?',
  recipient: 'Who has it now?', 'recall-tried': 'What was done to get it back?', sender: 'Who sent it?', reference: 'How to find the message', wrong: 'What is wrong', right: 'What is right', source: 'How do you know?',
  supplier: 'Which firm?', pressed: 'The button they pressed', 'take-it-down': 'Do they ask for the picture to be taken away?', context: 'How it came about', 'what would put it right': 'What would put it right?', witnesses: 'Who else saw it?', account: 'Which account?',
};

/** What was told, line by line: when and how, by whom and about whom for whoever reads all of it, and each answer. */
export function toldRows(opened: Opened, names: ReadonlyMap<string, string>, vocabulary: Vocabulary): (readonly [string, ComponentChildren])[] {
  const { report, entries, whole } = opened;
  const told = entries.find(entry => entry.sort === 'report') as Entry<ToldWords> | undefined;
  const list = (ids: readonly string[]) => ids.map(id => nameOf(names, id)).join(', ');
  return [
    ['Told', <>{longMoment(report.reportedAt)}. {CHANNEL[report.channel]}.</>],
    ...(whole ? [['Told by', report.reporter === null ? 'Somebody who stays unknown' : nameOf(names, report.reporter)] as const] : []),
    ...(whole && report.about.length > 0 ? [['About', list(report.about)] as const] : []),
    ...(whole && report.children.length > 0 ? [['Children it may concern', list(report.children)] as const] : []),
    ...Object.entries({ ...told?.words.answers, ...told?.words.facts }).filter(([, value]) => value !== '').map(([name, value]) => factWords(name, value, vocabulary)),
  ];
}

/** Panel 10: what was told. */
export function ToldPanel({ opened, names, vocabulary, others, cited, silent, here }: ToldView) {
  const { entries, files } = opened;
  const told = entries.find(entry => entry.sort === 'report') as Entry<ToldWords> | undefined;
  return (
    <Card title="What was told">
      {told && <p class="pre-line">{told.words.narrative}</p>}
      <Facts rows={toldRows(opened, names, vocabulary)} />
      {files.length > 0 && <><h3>Files</h3><FileList files={files} here={here} held={opened.held} /></>}
      {others.length > 0 && <><h3>Other concerns about the same child</h3><ul>{others.map(one => <li key={one.id}><a href={here.replace(/[^/]+$/, one.id)}>{one.code}</a> {capital(kindWords(one.kind, vocabulary))}, {longMoment(one.openedAt)} <Chip tone={STATE_TONE[one.state]}>{STATE[one.state]}</Chip></li>)}</ul></>}
      {cited.length === 0 && silent && <p>The rules of the school say nothing of this kind of thing. It came here because such things do.</p>}
      {cited.length > 0 && <p>{cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</p>}
    </Card>
  );
}

/** What an entry says, for the chronology: of a look how serious it was found, of a receipt who has it. */
export function entryText({ sort, words }: Pick<Entry, 'sort' | 'words'>): string {
  const text = ['text', 'reasons', 'narrative'].map(name => words[name]).find((value): value is string => typeof value === 'string') ?? '';
  const before = sort === 'triage' ? SEVERITY[words['severity'] as Severity] : sort === 'shared' ? String(words['to'] ?? '') : '';
  return [before, text].filter(Boolean).join('. ');
}

/** Panel 90: everything that happened, oldest first, and who read it. */
export const ChronologyPanel = ({ opened, names, readings, vocabulary }: { opened: Opened; names: ReadonlyMap<string, string>; readings: readonly ReadingLine[]; vocabulary: Vocabulary }) => (
  <Card title="What happened, in order">
    <ol class="chronology">{opened.entries.map(entry => (
      <li key={entry.id}>
        <p><strong>{ENTRY_SORT[entry.sort] ?? 'Noted'}</strong>, {longMoment(entry.at)}{entry.by !== null && <>, {nameOf(names, entry.by)}</>}</p>
        {entry.happenedAt && <p>It happened on {longMoment(entry.happenedAt)}.</p>}
        {entry.sort !== 'report' && entryText(entry) && <p class="pre-line">{entryText(entry)}</p>}
      </li>
    ))}</ol>
    {opened.whole && <>
      <Details summary="Who may read it"><Table caption="Who may read it" hideCaption rows={opened.eyes} columns={[
        { head: 'Who', cell: eye => (eye.office === null ? nameOf(names, eye.person!) : capital(officeWords(eye.office, vocabulary))) },
        { head: 'Why', cell: eye => WHY[eye.why] },
        { head: 'Told', cell: eye => (eye.toldAt ? longMoment(eye.toldAt) : '–') },
        { head: 'First opened', cell: eye => (eye.seenAt ? longMoment(eye.seenAt) : 'Not yet') },
        { head: 'Until', cell: eye => (eye.until ? longMoment(eye.until) : '–') },
      ]} /></Details>
      <Details summary="Who has read it"><Table caption="Who has read it" hideCaption rows={readings} columns={[
        { head: 'When', cell: one => longMoment(one.at) }, { head: 'Who', cell: one => one.name }, { head: 'As', cell: one => (one.office === null ? '–' : capital(officeWords(one.office, vocabulary))) }, { head: 'What', cell: one => READ[one.what] ?? one.what },
      ]} /></Details>
    </>}
  </Card>
);

const READ: Readonly<Record<string, string>> = { page: 'The page', work: 'Work on the case', file: 'A file', print: 'The print view', export: 'An export' };
