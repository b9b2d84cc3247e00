/** Signing with a class: the teacher's list, the whiteboard, the cards of the children, and one child's promise. */
import { Button, ButtonLink, Card, counted, Details, Empty, ErrorSummary, Grid, Note, Picture, pictureAt, Progress, Seal, TextArea } from '../../../page-parts/index.ts';
import { ENGLISH } from '../../../platform/languages/index.ts';
import { Statement } from '../pages/sheet.tsx';
import { ticksOn } from '../ticks/asked.ts';
import { SaidAloud } from '../ticks/pages.tsx';
import type { ClassChild, ClassLine, ClassSitting } from './words.ts';

export const classHref = (of: { slug: string; class: string; policy: string }, more = ''): string =>
  `/${of.slug}/agreements/class/${encodeURIComponent(of.class)}/${of.policy}${more}`;

/** A teacher's classes, each with its rules and how far it is. */
export function ClassesPage({ slug, lines, young, keeper }: { slug: string; lines: readonly ClassLine[]; young: readonly string[]; keeper: boolean }) {
  return (
    <>
      <h1>Sign with a class</h1>
      <p class="lede">Read the rules together on the board. Then each child makes a mark, and you have seen it. You may stop at any time and go on another day.</p>
      {lines.length === 0 && (
        <Empty title="No class here signs rules of its own">
          <p>{keeper ? 'Classes stand here as soon as their children are asked to sign.' : 'The school office notes who teaches which class.'}</p>
        </Empty>
      )}
      <Grid>{lines.map(line => <LineCard key={`${line.class} ${line.policy}`} slug={slug} line={line} />)}</Grid>
      {young.length > 0 && (
        <>
          <h2>Cards to sign in</h2>
          <p>The youngest sign in with a card and three pictures.</p>
          <ul>{young.map(group => <li key={group}><a href={`/${slug}/agreements/class/${encodeURIComponent(group)}/cards`}>Class cards for {group}</a></li>)}</ul>
        </>
      )}
      {keeper && <p><a href={`/${slug}/agreements/class-teachers`}>Who teaches which class</a></p>}
    </>
  );
}

/** One class with one set of rules; also stands on the start page. */
export function LineCard({ slug, line }: { slug: string; line: ClassLine }) {
  const open = line.bound - line.promised;
  return (
    <Card title={line.class} tone={open === 0 ? 'yes' : 'ask'}>
      <p>{line.title}</p>
      <Progress done={line.promised} of={line.bound} label={open === 0 ? 'Everybody has promised.' : `${counted(open, 'child has', 'children have')} still to promise.`} />
      {line.talk > 0 && <p class="soft">{counted(line.talk, 'child would', 'children would')} like to talk first.</p>}
      <ButtonLink href={classHref({ slug, ...line })} tone={open === 0 ? 'quiet' : 'main'}>{line.promised === 0 ? 'Start' : open === 0 ? 'Look' : 'Go on'}</ButtonLink>
    </Card>
  );
}

/** The cards of the children: each taps their own. Who would rather talk first looks like who has not come to it yet, for the whole class sees this page. */
export function SittingPage(sitting: ClassSitting) {
  const { children, sheet } = sitting;
  const promised = children.filter(child => child.standing === 'promised').length;
  const open = children.length - promised;
  const here = { slug: sitting.slug, class: sitting.class, policy: sheet.policy };
  return (
    <>
      <h1>{sheet.title}</h1>
      <p class="lede">{sitting.class}</p>
      <Progress done={promised} of={children.length} label={open === 0 ? 'Everybody has promised.' : `${counted(open, 'child has', 'children have')} still to promise.`} />
      <div class="actions no-print"><ButtonLink href={classHref(here, '/read')} tone={open > 0 ? 'main' : 'quiet'}>Read the rules together</ButtonLink></div>
      {open > 0 && <p>Tap your own card. Whoever is away today can promise another day.</p>}
      <ul class="class-cards">{children.map((child, at) => (
        <li key={child.id} class={`class-card${child.standing === 'promised' ? ' class-card--promised' : ''}`}>
          {child.standing === 'promised'
            ? <span class="class-card__face"><Picture name={pictureAt(at)} /><span class="class-card__name">{child.name}</span></span>
            : <a class="class-card__face" href={classHref(here, `/${child.id}`)}><Picture name={pictureAt(at)} /><span class="class-card__name">{child.name}</span></a>}
          <span class="class-card__says">{child.standing === 'promised' ? <><Seal size={20} tilt={false} /> has promised</> : 'not yet'}</span>
          {child.mayUndo && <Undo here={here} child={child} />}
        </li>
      ))}</ul>
      <Note title="What counts">
        <p>You sign as the witness of each mark. Where the rules ask for it, a parent still signs beside the child.</p>
      </Note>
      <p class="no-print"><a href={`/${sitting.slug}/agreements/class`}>All classes</a></p>
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

const Undo = ({ here, child }: { here: Parameters<typeof classHref>[0]; child: ClassChild }) => (
  <form method="post" action={classHref(here, `/${child.id}/undo`)} class="no-print">
    <button class="link-button" type="submit">Wrong child: undo<span class="govuk-visually-hidden"> the promise of {child.name}</span></button>
  </form>
);

export interface MarkProps {
  readonly sitting: ClassSitting;
  readonly child: ClassChild;
  /** The child's place in the class, which gives its picture. */
  readonly at: number;
  readonly once: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** The other languages of a page with rules. */
export function Others({ languages, sheet, href }: { languages: ClassSitting['languages']; sheet: ClassSitting['sheet']; href: string }) {
  const others = languages.filter(one => one.code !== (sheet.translation?.language ?? ENGLISH.code));
  return others.length === 0 ? null : <p class="soft no-print">Read it in {others.map((one, at) => <span key={one.code}>{at > 0 && ', '}<a href={`${href}?in=${one.code}`} lang={one.code} dir={one.direction}>{one.name}</a></span>)}</p>;
}

/** One child's promise: a mark, or one press. */
export function MarkPage({ sitting, child, at, once, errors = {} }: MarkProps) {
  const { sheet } = sitting;
  const here = { slug: sitting.slug, class: sitting.class, policy: sheet.policy };
  return (
    <>
      <ErrorSummary errors={errors} />
      <div class="mark__who"><Picture name={pictureAt(at)} size={96} /><h1>{child.name}</h1></div>
      <Others languages={sitting.languages} sheet={sheet} href={classHref(here, `/${child.id}`)} />
      <form method="post" action={classHref(here, `/${child.id}`)} class="card card--kid signing__box">
        <Statement sheet={sheet} />
        <SaidAloud ticks={ticksOn(sheet, 'self')} />
        {sheet.translation && <p class="small"><a href={classHref(here, `/read?in=${sheet.translation.language}`)}>Read the rules in these words</a></p>}
        <div class="drawing" data-drawing hidden>
          <p id="drawing-label">Draw your name or a mark here, if you like.</p>
          {errors['drawing'] && <p class="govuk-error-message">{errors['drawing']}</p>}
          <svg class="drawing__pad" viewBox="0 0 600 180" role="img" aria-labelledby="drawing-label"><path class="drawing__ink" d="" /></svg>
          <input type="hidden" name="drawing" id="drawing" value="" />
          <button type="button" class="link-button" data-drawing-clear>Clear</button>
        </div>
        <input type="hidden" name="edition" value={sheet.editionId} />
        <input type="hidden" name="hash" value={sheet.hash} />
        <input type="hidden" name="once" value={once} />
        <div class="actions"><Button>I promise</Button><a href={classHref(here)}>This is not me</a></div>
      </form>
      <Details summary="I want to talk about it first">
        <p>That is fine. Nothing bad happens. A grown-up will talk with you, and you can promise on another day.</p>
        <form method="post" action={classHref(here, `/${child.id}/talk`)}>
          <TextArea name="reason" label="What would you like to talk about?" hint="The teacher may write it down, or leave it empty. Those who keep the list of signatures can read it." error={errors['reason']} rows={3} />
          <input type="hidden" name="once" value={once} />
          <Button tone="quiet">Talk first</Button>
        </form>
      </Details>
    </>
  );
}
