/** What every page says on which a pupil tells something: whom to ring, who reads it, when nobody does, and the way out. */
import { sayKnown } from '../../../platform/languages/index.ts';
import { Details, ExitPage, longDay, Note, Picture, type PictureName } from '../../../page-parts/index.ts';
import type { Shared } from '../../feature.ts';
import type { ConcernSettings, SocialCare } from '../settings.ts';
import type { WhenRead } from './words.ts';

export type HelpLine = Shared['helpLines'][number];

/** The words and the picture of each button. */
export const BUTTON: Readonly<Record<string, { readonly text: string; readonly picture: PictureName }>> = {
  unkind: { text: 'Somebody is unkind to me', picture: 'sad' },
  photo: { text: 'A photo worries me', picture: 'camera' },
  phone: { text: 'I saw a phone', picture: 'phone' },
  screen: { text: 'I saw something bad on a screen', picture: 'computer' },
  message: { text: 'Somebody sent me something nasty', picture: 'speech' },
  friend: { text: 'I am worried about a friend', picture: 'heart' },
  other: { text: 'Something else', picture: 'star' },
};

/** Numbers for pupils: those for adults are left out. */
export const forPupils = (lines: readonly HelpLine[]): HelpLine[] => lines.filter(line => !line.for.startsWith('adults'));

/** Whom to ring now. It never waits for a form. */
export const Numbers = ({ lines }: { lines: readonly HelpLine[] }) => (
  <section class="tell-someone" aria-labelledby="numbers">
    <h2 id="numbers">Are you in danger now, or very scared?</h2>
    <p>Do not wait for an answer here. Run to a grown-up, or ring one of these:</p>
    <ul>{lines.map(line => <li key={line.name}><strong>{sayKnown(line.name)}: <a href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a></strong>, for {sayKnown(line.for)} ({sayKnown(line.when)}).</li>)}</ul>
  </section>
);

const Ring = ({ number }: { number: string }) => <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>;

/** Children's social care of the school's council, by day and by night. */
export const CareLine = ({ care }: { care: SocialCare }) => (
  <li>{care.number && <><strong>Children’s social care: <Ring number={care.number} /></strong>{care.hours && ` (${care.hours})`}. </>}{care.night && <>Children’s social care at night, at weekends and on holidays: <strong><Ring number={care.night} /></strong>.</>}</li>
);

/** The way outside the school, where it is about those who lead it. */
export const OutsideNote = ({ officer }: { officer: ConcernSettings['designatedOfficer'] }) => (
  <Note tone="warn" title="You can go outside the school"><p>The local authority’s designated officer looks into worries about those who lead a school. {officer ? <>Here that is {officer.name}: <Ring number={officer.number} /> ({officer.hours}).</> : 'Ring your council and ask for them.'}</p></Note>
);

/** For whoever opens a worry about a child: 999 at once, the other numbers one press away. */
export const RingBefore = ({ lines: [first, ...others], officer, care }: { lines: readonly HelpLine[]; officer: ConcernSettings['designatedOfficer']; care: SocialCare | null }) => (
  <section class="tell-someone" aria-labelledby="ring-before">
    <h2 id="ring-before">Is a child in danger now? Ring first{first && <>: <Ring number={first.number} /></>}</h2>
    <Details summary="Other numbers"><ul>
      {others.map(line => <li key={line.name}><strong>{sayKnown(line.name)}: <Ring number={line.number} /></strong>, for {sayKnown(line.for)} ({sayKnown(line.when)}).</li>)}
      {care ? <CareLine care={care} /> : <li>The school has not entered the numbers of children’s social care.</li>}
      <li>{officer ? <>The local authority’s designated officer, about an adult who works with children: {officer.name}, <Ring number={officer.number} /> ({officer.hours}).</> : <>The school has not entered the number of the local authority’s designated officer.</>}</li>
    </ul></Details>
  </section>
);

/** When somebody reads what is written now. */
export function When({ read }: { read: WhenRead }) {
  switch (read.state) {
    case 'now': return <p>On school days somebody looks at these until {read.until}. At night, at weekends and in the holidays nobody does.</p>;
    case 'later': return <p><strong>Nobody reads this now.</strong> Somebody looks again on {longDay(read.on)} from {read.from}. At night, at weekends and in the holidays nobody reads here.</p>;
    case 'unsaid': return <p><strong>It may take a while until somebody reads this.</strong> At night, at weekends and in the holidays nobody may be looking. If it cannot wait, tell a grown-up you can see, or ring one of the numbers.</p>;
  }
}

/** What must be known before the first word is typed. */
export const BeforeYouWrite = ({ reads, read }: { reads: string; read: WhenRead }) => (
  <Note title="Before you write" tone="warn">
    <p>{reads}</p>
    <When read={read} />
    <p>We cannot promise to keep it secret. If you or somebody else may be hurt, we have to tell the people who can help. We tell nobody who does not need to know.</p>
  </Note>
);

/** Of pictures: what to do instead of sending one. */
export const NoPictures = () => (
  <Note title="Please do not send us a picture">
    <p>Do not send, show or copy it, not even to help. Keep the phone or tablet as it is. Do not delete anything. Tell the grown-up that it is there.</p>
  </Note>
);

/** The frame of a page on which something is told. */
export const Way = () => <ExitPage />;

/** A big button that says what it is about; the address stays the same. */
export const TellButton = ({ id }: { id: string }) => (
  <button class="tell-button" type="submit" name="about" value={id}><Picture name={BUTTON[id]!.picture} size={60} /><span>{BUTTON[id]!.text}</span></button>
);
