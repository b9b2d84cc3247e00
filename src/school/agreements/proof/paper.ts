/** Proof on paper, in Typst: the certificate, the signature sheet, and what somebody had been told on a day. All are tagged PDF/UA. */

const HEAD = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16233d")
#let soft = rgb("#4d5970")
#let line-colour = rgb("#d9d2c3")
#let seal-red = rgb("#a8321f")
#let serif = "Source Serif 4"

#set document(title: d.title, author: d.school, date: none)
#set text(font: "Atkinson Hyperlegible Next", size: 10pt, fill: ink, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.62em, justify: false)
#set page(paper: "a4", margin: (x: 2cm, top: 2cm, bottom: 2.2cm), footer: context [
  #set text(size: 8pt, fill: soft)
  #grid(columns: (1fr, auto), gutter: 1em, [#d.foot], d.pageOf.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
])
#show heading: set text(font: serif, weight: 600)
#show heading.where(level: 1): set text(size: 21pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, width: 100%, stroke: (top: 1pt + ink), inset: (top: 7pt), text(size: 13.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, text(size: 11pt, it.body))

#let seal = pdf.artifact(box(width: 34pt, height: 34pt, {
  place(circle(radius: 17pt, stroke: 2.2pt + seal-red))
  place(dx: 3.6pt, dy: 3.6pt, circle(radius: 13.4pt, stroke: (paint: seal-red, thickness: 0.9pt, dash: "dotted")))
  place(dx: 10pt, dy: 11pt, curve(stroke: (paint: seal-red, thickness: 3pt, cap: "round", join: "round"), curve.move((0pt, 6pt)), curve.line((5pt, 11pt)), curve.line((14.5pt, 0pt))))
}))
#let masthead = {
  grid(columns: (auto, 1fr), column-gutter: 10pt, align: horizon, seal, text(weight: "bold", fill: soft, d.school))
  v(4pt)
  heading(level: 1, d.title)
  if d.lede != "" { text(size: 1.1em, fill: soft, d.lede) }
}
#let mono(words) = text(font: "DejaVu Sans Mono", size: 8pt, words)
#let facts(rows) = table(columns: (4cm, 1fr), stroke: (x, y) => (bottom: 0.5pt + line-colour), inset: (x: 0pt, y: 5pt),
  table.header(text(size: 8pt, fill: soft, d.words.what), text(size: 8pt, fill: soft, d.words.recorded)),
  ..rows.map(row => (text(fill: soft, row.term), if row.mono { mono(row.value) } else { [#row.value] })).flatten())
#let listing(head, rows, columns) = table(columns: columns, stroke: (x, y) => (bottom: 0.5pt + line-colour), inset: (x: 4pt, y: 4pt), align: left,
  table.header(repeat: true, ..head.map(cell => text(size: 8pt, weight: "bold", cell))),
  ..rows.map(row => row.map(cell => text(size: 9pt, cell))).flatten())
#let lines(text-lines) = text-lines.map(line => par(text(font: serif, lang: "en", region: "GB", line))).join()
#let about-the-seal = {
  heading(level: 2, d.words.seal)
  par[#d.seal.says]
  par[#d.words.fingerprint: #mono(d.seal.fingerprint)]
}
`;

/** One agreement: what was shown word for word, who signed, when, how. The same words lie in the file as an attachment. */
export const CERTIFICATE = `${HEAD}${String.raw`
#masthead
#block(width: 100%, fill: rgb("#fbf7ee"), inset: 12pt, radius: 4pt)[
  #text(font: serif, size: 12pt, d.statement)
  #v(4pt)
  #text(font: serif, style: "italic", size: 15pt, d.name)
  #if d.drawing != none { image(bytes(d.drawing), format: "svg", width: 5cm, alt: d.words.drawn) }
]
#facts(d.facts)
#if d.text != none [
  #heading(level: 2, d.words.shown)
  #par[#d.textSays]
  #lines(d.text.split("\n").filter(line => line.trim() != ""))
  #pdf.attach("what-was-shown.txt", bytes(d.text), mime-type: "text/plain", relationship: "data", description: d.words.shownFile)
]
#about-the-seal
`}`;

/** The signatures of one policy in one group. */
export const SHEET = `${HEAD}${String.raw`
#masthead
#listing(d.head, d.rows, (1.3fr, auto, 1.7fr, 1.9fr, 0.8fr))
#about-the-seal
`}`;

/** What bound one person on one day, what they had signed, what they had been asked. */
export const TOLD = `${HEAD}${String.raw`
#masthead
#facts(d.facts)
#heading(level: 2, d.words.signed)
#if d.signed.len() == 0 [#d.words.nothing] else { listing(d.words.signedHead, d.signed.map(row => row.cells), (1.6fr, 1.2fr, 1fr, 1fr)) }
#if d.signed.len() > 0 [
  #heading(level: 3, d.words.marks)
  #for row in d.signed { par[#row.cells.first(): #mono(row.hash)] }
]
#heading(level: 2, d.words.asked)
#if d.asked.len() == 0 [#d.words.nothing] else { listing(d.words.askedHead, d.asked, (1.6fr, 1fr, 1fr, 1fr)) }
#heading(level: 2, d.words.clauses)
#if d.policies.len() == 0 [#d.words.none]
#for policy in d.policies [
  #heading(level: 3, policy.title)
  #for clause in policy.clauses {
    block(breakable: false, width: 100%, stroke: (top: 0.5pt + line-colour), inset: (y: 5pt), above: 0pt, below: 0pt, grid(columns: (1.1cm, 1fr, 4.4cm), column-gutter: 8pt,
      text(size: 8.5pt, weight: "bold", fill: soft, clause.number), text(font: serif, clause.text), text(size: 8.5pt, fill: soft, clause.asks)))
  }
]
#about-the-seal
`}`;
