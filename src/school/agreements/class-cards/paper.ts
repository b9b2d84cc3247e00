/** The cards of a class on paper, with lines to cut along: one tagged PDF. */
import { renderToString } from 'preact-render-to-string';
import { Picture } from '../../../page-parts/index.ts';
import { inWords } from '../../../platform/days.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { wordOf, type CardPicture } from '../../../sign-in/index.ts';
import type { MadeCard } from './deeds.ts';

const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let soft = rgb("#4d5970")
#set document(title: d.title, author: d.school, date: none)
#set text(font: "Atkinson Hyperlegible Next", size: 11pt, fill: rgb("#16233d"), lang: d.lang, region: d.region, hyphenate: false)
#set page(paper: "a4", margin: 1.2cm)
#let cut = (paint: soft, thickness: 0.7pt, dash: "dashed")
#heading(level: 1, text(size: 15pt, d.title))
#text(size: 10pt, fill: soft, d.how)
#v(4pt)
#for card in d.cards {
  block(breakable: false, width: 100%, height: 5.6cm, stroke: cut, inset: 0pt, above: 8pt, below: 0pt, grid(columns: (1fr, 5.4cm), rows: 100%,
    block(inset: 12pt, grid(columns: (4.2cm, 1fr), column-gutter: 14pt, align: horizon,
      image(bytes(card.code), format: "svg", width: 4.2cm, alt: card.codeSays),
      [#text(size: 24pt, weight: "bold", card.name) \ #text(size: 12pt, card.class) \ #v(4pt) #d.steps \ #v(4pt) #text(size: 8.5pt, fill: soft, card.until)])),
    grid.cell(stroke: (left: cut), block(inset: 12pt)[
      #text(size: 8.5pt, fill: soft, d.keep)
      #v(2pt)
      #text(weight: "bold", card.name)
      #v(2pt)
      #grid(columns: 3, column-gutter: 8pt, ..card.pictures.map(one => align(center)[#image(bytes(one.svg), format: "svg", width: 1.15cm, alt: one.word) #text(size: 9pt, one.word)]))
    ])))
}
`;

/** The bytes of the cards. `origin` is the address of the software as the reader typed it. */
export async function cardsPdf(of: { school: School; class: string; origin: string; cards: readonly MadeCard[] }): Promise<Uint8Array> {
  const { school, origin } = of;
  // Why here: seldom needed, and the web process keeps small.
  const { default: qrcode } = await import('qrcode');
  const cards = [];
  for (const card of of.cards) {
    cards.push({
      name: card.givenName, class: of.class, until: `Works until ${inWords(card.expiresOn)}.`, codeSays: 'The code of this card, for a camera',
      code: await qrcode.toString(`${origin}/${school.slug}/sign-in/card/${card.token}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      pictures: (card.pictures as readonly CardPicture[]).map(name => ({ word: wordOf(name), svg: renderToString(Picture({ name, size: 44 })).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ') })),
    });
  }
  return typeset(TEMPLATE, {
    title: `Class cards: ${of.class}`, school: school.name, cards, steps: 'Show me to the camera. Then press your three pictures.',
    how: 'Cut along the lines. The child has the left part. Keep the right part apart from it, and show the child their three pictures in this order.',
    keep: 'Keep this part apart. The pictures, in order:',
  });
}
