/** Slips as one tagged PDF: a sheet a person, with everything at the places of layout.ts. */
import { inWords } from '../../../platform/days.ts';
import { inLanguage, spoken } from '../../../platform/languages/index.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { payloadOf, shownCode } from './codes.ts';
import { CODES, CODE_SIDE, layoutOf, type Placed } from './layout.ts';
import type { Box, SlipContent } from './words.ts';

/** A slip to print; a blank one has no code and is filled in by hand. */
export interface ToPrint {
  readonly code: string | null;
  readonly content: SlipContent;
  /** Where its boxes are kept to be; where the layout says, for one that is not kept. */
  readonly boxes?: readonly Box[];
}

export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16233d")
#let soft = rgb("#4d5970")
#set document(title: d.title, author: d.school, date: none)
#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, fill: ink, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.6em)
#set page(paper: "a4", margin: 0mm)
#let at(x, y, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, body)
#let words(t) = at(t.x, t.y, block(width: t.w * 1mm, {
  set text(size: t.size * 1pt, weight: t.weight)
  if t.look == "heading" { heading(level: 2, text(size: t.size * 1pt, t.words)) }
  else if t.look == "policy" { text(font: "Source Serif 4", t.words) }
  else if t.look == "label" { text(fill: soft, t.words) }
  else { t.words }
}))
#let box-at(b) = at(b.x, b.y, pdf.artifact(rect(width: b.w * 1mm, height: b.h * 1mm, stroke: 0.5pt + ink, inset: 0pt)))
#let squares(svg, code, n) = if svg != none {
  for (i, c) in d.codes.enumerate() {
    at(c.x, c.y, image(bytes(svg), format: "svg", width: d.side * 1mm, height: d.side * 1mm, alt: d.codeAlt + " " + code))
  }
  at(150, 38, block(width: 44mm, align(right, text(font: "DejaVu Sans Mono", size: 10pt, code))))
}
#for (n, slip) in d.slips.enumerate() {
  if n > 0 { pagebreak() }
  set text(lang: slip.lang)
  [#metadata(n)]
  squares(slip.square, slip.code, 1)
  at(16, 13, block(width: 150mm, text(fill: soft, weight: "bold", d.school)))
  at(16, 19, block(width: 150mm, heading(level: 1, text(size: 15pt, slip.title))))
  at(16, 34, block(width: 130mm, text(size: 10.5pt, slip.who)))
  at(16, 40, block(width: 130mm, text(size: 8.5pt, fill: soft, slip.edition)))
  at(16, 43.6, block(width: 130mm, text(size: 7.5pt, fill: soft, slip.english)))
  for t in slip.texts { words(t) }
  for b in slip.boxes { box-at(b) }
  at(43, 262, block(width: 151mm, { text(weight: "bold", slip.back); linebreak(); text(size: 8pt, fill: soft, slip.talk); linebreak(); text(font: "DejaVu Sans Mono", size: 6.5pt, fill: soft, slip.seal) }))
  if slip.fresh.len() > 0 {
    set page(margin: (x: 16mm, top: 46mm, bottom: 40mm), foreground: {
      squares(slip.more, slip.code, 2)
      at(16, 14, block(width: 150mm, text(fill: soft, slip.title)))
    })
    heading(level: 2, slip.freshHeading)
    for one in slip.fresh { par(text(font: "Source Serif 4", size: 11pt, one.number + "  " + one.words)) }
  }
}
`;

/** The bytes of the slips, in their order. Some 3 slips take a tenth of a second. */
export async function slipsPdf(of: { school: School; title: string; slips: readonly ToPrint[] }): Promise<Uint8Array> {
  const { school, slips } = of;
  return typeset(TEMPLATE, {
    title: of.title, school: school.name, codes: CODES, side: CODE_SIDE, codeAlt: 'Square code of slip',
    slips: await Promise.all(slips.map(slip => inLanguage(slip.content.inLanguage?.code ?? spoken().code, () => sheetFor(school, slip)))),
  });
}

async function sheetFor(school: School, { code, content, boxes: kept }: ToPrint): Promise<Record<string, unknown>> {
  const laid = layoutOf(content);
  const { texts, boxes } = { texts: laid.texts, boxes: kept ?? laid.boxes };
  return {
    title: content.title, texts, boxes, lang: spoken().code.split('-')[0], freshHeading: 'What is new for you', english: content.inLanguage ? 'This is a translation. The English text decides.' : '', code: code === null ? '' : shownCode(code),
    square: code === null ? null : await squareOf(payloadOf({ school: school.id, code, page: 1 })),
    more: code === null || content.fresh.length === 0 ? null : await squareOf(payloadOf({ school: school.id, code, page: 2 })),
    who: content.name === '' ? 'Name: ................................................................   Form: ..........................' : [content.name, content.form].filter(Boolean).join(', '),
    edition: `Edition ${content.edition}. ${content.fresh.length > 0 ? 'Only what is new is asked about; it is on the next page.' : 'Read the rules before you sign. The school office has them on paper.'}`,
    back: content.due === '' ? `Give this back to ${content.returnTo}.` : `Give this back to ${content.returnTo} by ${inWords(content.due)}.`,
    talk: 'If you would rather talk about it first, tell the school office. Nothing is lost by that. Please do not write on the square codes.',
    seal: [...new Set(content.parts.map(part => part.textHash))].map(hash => `Text ${hash.match(/.{1,8}/g)!.join(' ')}`).join('\n'),
    fresh: content.fresh,
  } satisfies Record<string, unknown> & { texts: readonly Placed[]; boxes: readonly Box[] };
}

/** A square code as a picture without a margin, so that its corners stand where the layout says. Almost a third of it may be torn or soiled. */
async function squareOf(payload: string): Promise<string> {
  const { default: qrcode } = await import('qrcode');
  return qrcode.toString(payload, { type: 'svg', errorCorrectionLevel: 'H', margin: 0, version: 2 });
}
