/** A poster as a tagged PDF/UA, on A4 or A3. */
import { renderToString } from 'preact-render-to-string';
import { longDay, Picture, pictureFor } from '../../../page-parts/index.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import { qrOf, qrSvg } from '../../../platform/qr.ts';
import type { Shown } from './words.ts';

const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let big = d.paper == "a3"
#let u = if big { 1.42 } else { 1.0 }
#let ink = rgb("#16233d")
#set document(title: d.title, author: d.school, date: none)
#set page(paper: d.paper, margin: (x: 1.8cm * u, top: 1.6cm * u, bottom: 1.5cm * u))
#set text(font: "Atkinson Hyperlegible Next", size: d.size * 1pt * u, fill: ink, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.6em, justify: false)
#text(size: 13pt * u, weight: "bold", fill: rgb("#4d5970"), d.school)
#v(0.2em)
#block(below: 0.9em, width: 100%, stroke: (bottom: 3pt * u + rgb("#a8321f")), inset: (bottom: 10pt * u), {
  show heading: set text(font: "Source Serif 4", weight: 600, size: 34pt * u)
  heading(level: 1, d.title)
})
#for rule in d.rules {
  block(breakable: false, width: 100%, below: 0.75em, if rule.picture != none {
    grid(columns: (52pt * u, 1fr), column-gutter: 14pt * u, align: horizon, pdf.artifact(image(bytes(rule.picture), format: "svg", width: 52pt * u, alt: "")), par(rule.words))
  } else {
    grid(columns: (2.2cm * u, 1fr), column-gutter: 8pt * u, text(weight: "bold", fill: rgb("#1f5f4a"), rule.number), par(rule.words))
  })
}
#v(1fr)
#set text(size: 11pt * u, fill: rgb("#4d5970"), lang: d.lang, region: d.region)
#grid(columns: (1fr, auto), column-gutter: 16pt * u, align: bottom, [#par(d.foot) #par(d.address)], image(bytes(d.qr), format: "svg", width: 84pt * u, alt: d.code))
`;

export type Paper = 'a4' | 'a3';

/** The size of letters that still fits so many words on a sheet, in points. */
export const sizeFor = (letters: number): number => (letters < 450 ? 24 : letters < 800 ? 20 : letters < 1200 ? 17 : letters < 1800 ? 14 : 12);

/** The bytes of the poster. `address` is where the policy can be read. */
export async function posterPdf(of: { shown: Shown; school: string; address: string; paper: Paper }): Promise<Uint8Array> {
  const { shown: { poster, of: { document, edition }, clauses }, school, address, paper } = of;
  const pictures = poster.audience === 'pupil-ks1';
  const picture = (words: string, acts: readonly string[]) => renderToString(Picture({ name: pictureFor(words, acts) })).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  return typeset(TEMPLATE, {
    paper, school, title: poster.title, size: sizeFor(clauses.reduce((sum, clause) => sum + clause.text.length, 0)),
    rules: clauses.map(clause => ({ number: clause.number, words: clause.text, picture: pictures ? picture(clause.text, clause.rules.map(rule => rule.subject)) : null })),
    foot: `${document.front.title}, edition ${edition.number}${edition.inForce ? `, in force from ${longDay(edition.inForce)}` : ''}.`,
    address: `The whole text: ${address}`, code: `A code to scan that leads to ${address}`, qr: qrSvg(await qrOf(address)),
  });
}
