/** Pages and parts round a signature: what is to be read first, what is said with it, the roll as it stands, and "this is wrong". */
import { Button, ErrorSummary, Facts, longMoment, Note, PolicyBody, Seal, TextArea } from '../../../page-parts/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import type { Beside, ReadBefore, ToRead, ToReadHere } from './words.ts';

/** The documents to read before the name is asked for. */
export function ReadFirst({ documents }: { documents: readonly ToReadHere[] }) {
  if (documents.length === 0) return null;
  const left = documents.filter(one => one.readAt === null).length;
  return (
    <section class="card card--ask read-first" aria-labelledby="read-first">
      <h2 class="card__title" id="read-first">Read with it</h2>
      <p>{left === 0 ? 'You have read what belongs to it. You can sign.' : 'These rules tell you to read this first. You can sign as soon as you have been through it.'}</p>
      <ul class="pair">{documents.map(one => <Line key={one.id} one={one} />)}</ul>
    </section>
  );
}

const Line = ({ one }: { one: ToReadHere }) => (
  <li class={one.readAt ? 'pair__done' : 'pair__open'}>
    {one.readAt ? <Seal size={26} tilt={false} /> : <span class="pair__gap" aria-hidden="true" />}
    <span><a href={one.here}>{one.title}</a> {one.readAt ? <span class="soft">{`Read on ${longMoment(one.readAt)}.`}</span> : <span class="soft">{one.openedAt ? 'Opened, not read to its end yet.' : 'Not opened yet.'}</span>}</span>
  </li>
);

/** The child as the roll has them, to check and not to change. */
export const OnTheRoll = ({ name, form, relation, wrongHref }: { name: string; form: string; relation: string; wrongHref: string }) => (
  <>
    <Facts rows={[['Child', name], ['Form', form || 'not on record'], ['You are', relation]]} />
    <p class="soft">This comes from the school’s roll. The day and the time are added when you sign. <a href={wrongHref}>Something here is wrong</a></p>
  </>
);

export interface ReadingProps {
  readonly title: string;
  readonly edition: number | null;
  readonly document: Policy;
  /** The rules that are to be signed. */
  readonly forTitle: string;
  readonly action: string;
  readonly backHref: string;
  readonly child: string | null;
}

/** A document that is read with another, from its beginning to its end. */
export function ReadingPage({ title, edition, document, forTitle, action, backHref, child }: ReadingProps) {
  const headings = document.body.flatMap(block => (block.kind === 'heading' && block.depth === 2 ? [{ id: block.id, title: block.children.map(inline => ('text' in inline ? inline.text : '')).join('') }] : []));
  return (
    <>
      <h1>{title}</h1>
      <p class="lede">{edition === null ? `Read this before you sign “${forTitle}”.` : `Edition ${edition}. Read this before you sign “${forTitle}”.`}</p>
      {headings.length > 0 && <Note title="In this document"><ul>{headings.map(one => <li key={one.id}><a href={`#${one.id}`}>{one.title}</a></li>)}</ul></Note>}
      <PolicyBody blocks={document.body} numbers={new Map(document.clauses.map(clause => [clause.id, clause.number]))} />
      <form method="post" action={action} class="card" id="read">
        <p>This is the end of it. The school keeps when you opened it and when you came to its end, beside your signature.</p>
        {child && <input type="hidden" name="child" value={child} />}
        <div class="actions"><Button>I have read it</Button><a href={backHref}>Back without that</a></div>
      </form>
    </>
  );
}

/** A document that lies elsewhere: it is opened there, and this page keeps when. */
export const ElsewherePage = ({ one, forTitle, action, backHref, child }: Omit<ReadingProps, 'document' | 'title' | 'edition'> & { one: ToRead }) => (
  <>
    <h1>{one.title}</h1>
    <p class="lede">Read this before you sign “{forTitle}”.</p>
    <p><a href={one.href} target="_blank" rel="noopener noreferrer">Open {one.title} (in a new tab)</a></p>
    <form method="post" action={action} class="card">
      <p>The school keeps when you opened it and when you say that you have read it, beside your signature.</p>
      {child && <input type="hidden" name="child" value={child} />}
      <div class="actions"><Button>I have read it</Button><a href={backHref}>Back without that</a></div>
    </form>
  </>
);

/** A parent tells the office what is wrong on the roll. */
export const WrongPage = ({ name, form, action, once, backHref, errors = {}, says }: { name: string; form: string; action: string; once: string; backHref: string; errors?: Readonly<Record<string, string>>; says?: string }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Something is wrong here</h1>
    <Facts rows={[['Child', name], ['Form', form || 'not on record']]} />
    <p>Tell the school office what is wrong. They look at it and put it right. You can sign all the same.</p>
    <form method="post" action={action}>
      <TextArea name="says" label="What is wrong?" hint="The school office and the safeguarding lead can read this, nobody else." rows={4} value={says} error={errors['says']} />
      <input type="hidden" name="once" value={once} />
      <div class="actions"><Button>Tell the office</Button><a href={backHref}>Back</a></div>
    </form>
  </>
);

/** What had been read before, and beside whom, in rows of a certificate. */
export const proofRows = (of: { readBefore: readonly ReadBefore[]; beside: Beside | null }): (readonly [string, string])[] => [
  ...(of.beside?.childName ? [['On the roll then', [of.beside.childName, of.beside.childForm].filter(Boolean).join(', ')] as const] : []),
  ...(of.beside?.relation ? [['Signed as', of.beside.relation] as const] : []),
  ...of.readBefore.map(one => [one.edition === null ? `Read first: ${one.title}` : `Read first: ${one.title}, edition ${one.edition}`, `Opened ${longMoment(one.openedAt)}. Read to its end ${longMoment(one.readAt)}.`] as const),
];
