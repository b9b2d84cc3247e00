/** Letters for those whom mail does not reach: one tagged PDF, a page each. */
import { inWords } from '../../../platform/days.ts';
import { inLanguage, spoken } from '../../../platform/languages/index.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import type { School } from '../../../platform/web/index.ts';

export interface Letter {
  readonly name: string;
  readonly class: string;
  /** The adult it goes to, where each gets one of their own. */
  readonly adult?: string;
  /** Titles that the person signs, and that a parent signs beside them. */
  readonly own: readonly string[];
  readonly beside: readonly string[];
  readonly due: string;
  /** The language of whoever it goes to. */
  readonly language: string;
}

const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.school, date: none)
#set text(font: "Atkinson Hyperlegible Next", size: 12pt, fill: rgb("#16233d"), lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.7em, spacing: 1.2em)
#set page(paper: "a4", margin: 2.5cm)
#for (at, letter) in d.letters.enumerate() {
  if at > 0 { pagebreak() }
  set text(lang: letter.lang, region: letter.region)
  text(fill: rgb("#4d5970"), weight: "bold", d.school)
  linebreak()
  text(fill: rgb("#4d5970"), letter.day)
  v(1.5em)
  par(letter.to)
  heading(level: 1, letter.heading)
  if letter.own.len() > 0 { par(letter.ownWords); list(..letter.own) }
  if letter.beside.len() > 0 { par(letter.besideWords); list(..letter.beside) }
  par(letter.by)
  par(letter.how)
  par(letter.talk)
}
`;

/** The bytes of the letters, each in the language of whoever gets it. `site` is the address people type. */
export function lettersPdf(of: { school: School; today: string; site: string; letters: readonly Letter[] }): Promise<Uint8Array> {
  const { school, letters } = of;
  return typeset(TEMPLATE, { title: `Letters about signatures, ${school.name}`, school: school.name, letters: letters.map(letter => inLanguage(letter.language, () => wordsOf(letter, of))) });
}

function wordsOf(letter: Letter, { school, today, site }: { school: School; today: string; site: string }) {
  const [lang, region = null] = spoken().code.split('-');
  const who = letter.class ? `${letter.name}, ${letter.class}` : letter.name;
  return {
    lang, region, day: inWords(today),
    how: `You can read and sign at ${site}/${school.slug}. If you would rather read it on paper, or need help, ask the school office.`,
    talk: 'If you would rather talk about it first, tell the school office. Nothing is lost by that.',
    to: letter.adult ? `To ${letter.adult}, about ${who}` : letter.beside.length > 0 ? `To ${who}, and their parents and carers` : `To ${who}`,
    heading: 'Please read and sign', own: letter.own, ownWords: `For ${letter.name} to read and sign:`, beside: letter.beside, besideWords: 'For a parent or carer to read and sign beside them:',
    by: letter.due < today ? `It was to be signed by ${inWords(letter.due)}.` : `Please sign by ${inWords(letter.due)}.`,
  };
}
