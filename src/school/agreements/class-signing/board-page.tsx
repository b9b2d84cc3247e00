/** The rules on a whiteboard: one part at a time, each sentence with a button that reads it aloud. */
import { ButtonLink, Details, Note, Picture, PolicyBody, ReadAloud, Words, type KidRule } from '../../../page-parts/index.ts';
import type { Block } from '../../../rulebook/index.ts';
import { kidRulesOf, partsOf as kidPartsOf } from '../../policies/index.ts';
import { numbersOf, partsOf, shownIn, titleShown, wordsIn } from '../pages/sheet.tsx';
import type { Sheet } from '../words.ts';
import { classHref, Others } from './pages.tsx';
import type { ClassSitting } from './words.ts';
import type { ComponentChildren } from 'preact';

/** The whole text, as slides on one page: it scrolls, it prints, and it needs no script. */
export function BoardPage(sitting: ClassSitting) {
  const slides = sitting.young ? youngSlides(sitting) : olderSlides(sitting);
  const here = { slug: sitting.slug, class: sitting.class, policy: sitting.sheet.policy };
  return (
    <div class="board" data-board>
      <h1 data-line={titleShown(sitting.sheet)} {...wordsIn(shownIn(sitting.sheet))}>{titleShown(sitting.sheet)}</h1>
      <Others languages={sitting.languages} sheet={sitting.sheet} href={classHref(here, '/read')} />
      {sitting.sheet.translation && <Note title="This is a translation. The English text decides."><p>Who promises in these words has both kept with the promise.</p></Note>}
      <p class="board__tools no-print">
        <span id="board-voice"><ReadAloud of="board" label="Read all of it" /></span>
        <button type="button" class="govuk-button govuk-button--secondary" data-full-screen hidden>Fill the screen</button>
        <a href={classHref(here)}>Back to the class</a>
      </p>
      <div id="board">
        {slides.map((slide, at) => (
          <section class="board__slide" id={`part-${at + 1}`} key={at} aria-label={`Part ${at + 1} of ${slides.length}`}>
            {slide}
            <nav class="board__steps no-print" aria-label={`From part ${at + 1}`}>
              {at > 0 && <a class="govuk-button govuk-button--secondary" href={`#part-${at}`}>Back</a>}
              {at < slides.length - 1 ? <a class="govuk-button" href={`#part-${at + 2}`}>Next</a> : <ButtonLink href={classHref(here)}>Now each of us promises</ButtonLink>}
              <span class="soft">{at + 1} of {slides.length}</span>
            </nav>
          </section>
        ))}
      </div>
    </div>
  );
}

const documentShown = (sheet: Sheet) => sheet.translation?.document ?? sheet.document;

/** The language of the words, and the clauses that stand in English all the same. */
function said(sheet: Sheet) {
  const language = shownIn(sheet);
  return language && sheet.translation ? { language, stale: sheet.translation.stale } : {};
}

/** For the youngest: each rule with its picture and its own button. */
function youngSlides({ sheet }: ClassSitting): ComponentChildren[] {
  const document = documentShown(sheet);
  const clauses = new Map(document.clauses.map(clause => [clause.id, clause]));
  const { children, grownUps } = kidPartsOf(document.body, sheet.document.body);
  const slides: ComponentChildren[] = children.map(part => (
    <>
      {part.heading && <h2 data-line="" {...wordsIn(shownIn(sheet))}><Words inlines={part.heading.children} /></h2>}
      {part.blocks.map((block, at) => (block.kind === 'paragraph' && !block.clause ? <p key={at} data-line="" {...wordsIn(shownIn(sheet))}><Words inlines={block.children} /></p> : null))}
      <Rules rules={kidRulesOf(part.blocks, clauses)} sheet={sheet} />
    </>
  ));
  return grownUps.length === 0 ? slides : [...slides, <><h2>For grown-ups</h2><Details summary="Show the part for grown-ups"><PolicyBody blocks={grownUps} numbers={numbersOf(sheet.document.clauses)} {...said(sheet)} /></Details></>];
}

const Rules = ({ rules, sheet }: { rules: readonly KidRule[]; sheet: Sheet }) => (
  <ul class="board__rules">{rules.map(rule => (
    <li key={rule.id} id={`say-${rule.id}`}>
      <Picture name={rule.picture} size={96} /><p data-line={rule.words} {...wordsIn(sheet.translation?.stale.has(rule.id) ? undefined : shownIn(sheet))}>{rule.words}</p><ReadAloud of={`say-${rule.id}`} label="Hear it" />
    </li>
  ))}</ul>
);

/** For older pupils: the document as it stands, part by part; each part has its button. */
function olderSlides({ sheet }: ClassSitting): ComponentChildren[] {
  const numbers = numbersOf(sheet.document.clauses);
  return partsOf(documentShown(sheet).body).map((part, at) => (
    <div id={`say-part-${at + 1}`}>
      {spoken(part.blocks).map((blocks, n) => <div key={n} data-line=""><PolicyBody blocks={blocks} numbers={numbers} {...said(sheet)} /></div>)}
      <p class="no-print"><ReadAloud of={`say-part-${at + 1}`} label="Hear this part" /></p>
    </div>
  ));
}

/** One block at a time, so that the voice marks the place. */
const spoken = (blocks: readonly Block[]): Block[][] => blocks.map(block => [block]);
