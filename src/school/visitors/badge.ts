/** The badge as a label: a page of 90 by 55 mm, tagged PDF/UA. */
import { longDay } from '../../page-parts/index.ts';
import { typeset } from '../../platform/pdf/index.ts';
import type { Reply } from '../../platform/web/index.ts';
import { nameOf, type Visit } from './words.ts';
import type { MyCode } from './wifi/words.ts';

const LABEL = String.raw`
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.school, date: none)
#set page(width: 90mm, height: 55mm, margin: 5mm)
#set text(font: "Atkinson Hyperlegible Next", size: 9pt, fill: rgb("#16233d"), lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.45em)
#show heading: set text(font: "Source Serif 4", size: d.size * 1pt, weight: 600)
#show heading: set block(above: 2mm, below: 2mm)
#text(fill: rgb("#4d5970"), d.school)
#heading(level: 1, d.name)
#for line in d.lines { par(spacing: 1.4mm, line) }
#place(bottom + right, text(size: 20pt, weight: "bold", tracking: 1pt, d.code))
`;

/** The file's name holds no name of a person. */
export async function badgeReply(of: { school: string; visit: Visit; host: string | null; code: MyCode | null }): Promise<Reply> {
  const { visit, host, code } = of;
  const name = nameOf(visit);
  const lines = [
    ...(visit.organisation === '' ? [] : [visit.organisation]), host === null ? 'Visits the school office' : `Visits ${host}`, longDay(visit.day), ...(code ? [`Wifi ${code.network}: ${code.code}`] : []),
  ];
  const body = await typeset(LABEL, { title: 'Visitor’s badge', school: of.school, name, size: name.length > 26 ? 12 : 17, lines, code: visit.code ?? '' });
  return { kind: 'file', type: 'application/pdf', name: `badge-${visit.code ?? 'visitor'}.pdf`, body };
}
