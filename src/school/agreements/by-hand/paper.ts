/** The letter for somebody whom mail does not reach: what was put down, and how to say that it is wrong. */
import { inWords } from '../../../platform/days.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { answerRows } from '../allowed/pages.tsx';
import { notedWords } from './mails.ts';
import type { EntryRow } from './pages.tsx';

const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.school, date: none)
#set text(font: "Atkinson Hyperlegible Next", size: 12pt, fill: rgb("#16233d"), lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.7em, spacing: 1.2em)
#set page(paper: "a4", margin: 2.5cm)
#text(weight: "bold", d.school) \
#d.day
#v(1.5em)
#par(d.to)
#heading(level: 1, d.title)
#for line in d.lines { par(line) }
`;

export function letterPdf(of: { school: School; row: EntryRow; today: string; site: string }): Promise<Uint8Array> {
  const { school, row } = of;
  const { entry } = row;
  return typeset(TEMPLATE, {
    title: 'What we noted for you', school: school.name, day: inWords(of.today), to: `To ${row.by}`,
    lines: [
      notedWords({ channel: entry.channel, agreed: entry.agreement !== null, givenOn: entry.givenOn, title: row.title, heard: row.heardBy }),
      ...(entry.person === entry.by ? [] : [`This is about ${row.person}.`]),
      ...answerRows(row.answers).map(([question, answer]) => `${question}: ${answer}`),
      ...(entry.undone ? ['This was noted by mistake. It is undone, and nothing stands in your name from it.'] : ['Is that wrong? Tell the school office, and it is put right.']),
      `You can read the rules at ${of.site}/${school.slug}, or ask the office for them on paper. You may take an agreement back at any time.`,
    ],
  });
}
