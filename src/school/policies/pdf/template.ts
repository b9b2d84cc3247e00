/** The look of a policy on paper, in Typst: serif is the policy speaking, the margin says what each clause does. */
export const POLICY_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16233d")
#let soft = rgb("#4d5970")
#let line-colour = rgb("#d9d2c3")
#let seal-red = rgb("#a8321f")
#let tones = (workflow: rgb("#33518a"), promised: soft, measured: rgb("#1f5f4a"))
#let sans = "Atkinson Hyperlegible Next"
#let serif = "Source Serif 4"

#set document(title: d.title, author: d.school, keywords: ("policy", d.policy), date: none)
#set text(font: sans, size: if d.kid { 15pt } else { 10.5pt }, fill: ink, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.62em, justify: false)
#set page(paper: "a4", margin: (x: 2.1cm, top: 2.2cm, bottom: 2.2cm), footer: context [
  #set text(size: 8.5pt, fill: soft)
  #grid(columns: (1fr, auto), gutter: 1em, [#d.foot], d.pageOf.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
])
#show heading: set text(font: serif, weight: 600)
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.9em, width: 100%, stroke: (top: 1pt + ink), inset: (top: 8pt), text(size: 15pt, it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.8em, text(size: 12.5pt, it.body))
#show link: set text(fill: rgb("#1f5f4a"))

#let inl(xs) = xs.map(x => {
  if x.kind == "text" { x.text }
  else if x.kind == "code" { raw(x.text) }
  else if x.kind == "break" { linebreak() }
  else if x.kind == "emphasis" { emph(inl(x.children)) }
  else if x.kind == "strong" { strong(inl(x.children)) }
  else if x.kind == "link" and (x.href.starts-with("https://") or x.href.starts-with("http://")) { link(x.href, inl(x.children)) }
  else { inl(x.children) }
}).join()

#let seal = pdf.artifact(box(width: 34pt, height: 34pt, {
  place(circle(radius: 17pt, stroke: 2.2pt + seal-red))
  place(dx: 3.6pt, dy: 3.6pt, circle(radius: 13.4pt, stroke: (paint: seal-red, thickness: 0.9pt, dash: "dotted")))
  place(dx: 10pt, dy: 11pt, curve(stroke: (paint: seal-red, thickness: 3pt, cap: "round", join: "round"), curve.move((0pt, 6pt)), curve.line((5pt, 11pt)), curve.line((14.5pt, 0pt))))
}))

#let margin(m) = {
  set text(size: 8.5pt, fill: soft, lang: d.lang, region: d.region)
  set par(leading: 0.5em)
  if m.label != none [#box(stroke: 0.8pt + tones.at(m.label), radius: 6pt, inset: (x: 5pt, y: 2pt), text(fill: tones.at(m.label), weight: "bold", m.label)) #linebreak()]
  m.lines.map(line => [#text(fill: ink, line.says) #line.when]).join(linebreak())
}

#let show-block(b) = {
  if b.kind == "heading" { heading(level: b.depth, if b.number != "" [#text(size: 0.72em, font: sans, fill: soft, weight: "bold")[#b.number] #h(0.3em) #inl(b.children)] else { inl(b.children) }) }
  else if b.kind == "clause" {
    if d.kid and b.picture != none {
      block(breakable: false, width: 100%, fill: rgb("#fff7e3"), radius: 8pt, inset: 10pt, below: 9pt, grid(columns: (44pt, 1fr), column-gutter: 12pt, align: horizon, pdf.artifact(image(bytes(b.picture), format: "svg", width: 44pt, alt: "")), b.body.map(show-block).join()))
    } else {
      block(breakable: false, width: 100%, above: 0pt, below: 0pt, stroke: (top: 0.5pt + line-colour), inset: (y: 7pt), grid(columns: (1.15cm, 1fr, 4.3cm), column-gutter: 9pt,
        text(size: 9pt, weight: "bold", fill: soft, b.number), { set text(font: serif, size: 11pt); b.body.map(show-block).join() }, margin(b.margin)))
    }
  }
  else if b.kind == "paragraph" { par(text(font: if d.kid { sans } else { serif }, inl(b.children))) }
  else if b.kind == "list" { if b.ordered { enum(..b.items.map(item => item.map(show-block).join())) } else { list(..b.items.map(item => item.map(show-block).join())) } }
  else if b.kind == "quote" { quote(block: true, b.body.map(show-block).join()) }
  else if b.kind == "table" { table(columns: b.head.len(), stroke: 0.5pt + line-colour, table.header(..b.head.map(cell => strong(inl(cell)))), ..b.rows.flatten().map(cell => inl(cell.cell))) }
  else if b.kind == "meanwhile" { block(width: 100%, stroke: (paint: line-colour, dash: "dashed"), radius: 6pt, inset: 10pt, { text(weight: "bold", fill: rgb("#7d5200"), b.days); b.body.map(show-block).join() }) }
}

#grid(columns: (auto, 1fr), column-gutter: 10pt, align: horizon, seal, text(weight: "bold", fill: soft, d.school))
#v(6pt)
#heading(level: 1, outlined: false, text(lang: "en", region: "GB", d.title))
#if d.summary != "" { text(size: 1.1em, fill: soft, d.summary) }
#par(d.standing)
#text(lang: "en", region: "GB", d.blocks.map(show-block).join())
`;
