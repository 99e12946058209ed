/** The page's own sheet, in the language of public/style.css: a report stands alone, wherever it is opened. */
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --shade: #f3f0e9; --ink: #1d1b18; --faint: #4f4b44; --line: #d6d0c4; --accent: #9c1f1f;
  --tint: #f6dfd3; --warning: #6b3f00; --note: #2b4a60;
  --serif: Literata, Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --shade: #23211e; --ink: #e9e4da; --faint: #bdb6a9; --line: #45413a; --accent: #f2a48f;
    --tint: #4a2a20; --warning: #f0c27b; --note: #a8cbf2;
  }
}
* { box-sizing: border-box }
html { font-size: clamp(1rem, 0.97rem + 0.15vw, 1.125rem); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { max-width: 78rem; margin: 0 auto; padding: 0 1.1rem 3rem; background: var(--paper); color: var(--ink); font-family: var(--serif); line-height: 1.55; overflow-wrap: anywhere }
header { padding: 1.4rem 0 1rem; border-bottom: 1px solid var(--line) }
h1 { margin: 0; font-size: clamp(1.7rem, 1.3rem + 2vw, 2.3rem); font-weight: 650; line-height: 1.15; letter-spacing: -0.02em }
h2 { margin: 3rem 0 0.6rem; font-size: 1.35rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.01em }
h3 { margin: 0; font-size: 1.08rem; font-weight: 650; line-height: 1.35 }
h4 { margin: 0; font-size: 1rem; font-weight: 650; line-height: 1.4 }
.side h4 { margin: 0 0 0.5rem; font-size: 0.88rem; font-weight: 450 }
p { margin: 0.3rem 0 }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em }
a:hover { color: var(--accent) }
h3 a:not(:hover), h4 a:not(:hover), .map a:not(:hover) { text-decoration-color: transparent }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px }
.lead { color: var(--faint); font-size: 1.08rem }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.6rem; margin: 0.4rem 0 0; padding: 0; list-style: none }
nav a { display: inline-block; padding: 0.15rem 0 }
.meta { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; color: var(--faint); font-size: 0.88rem }
.error { color: var(--accent) } .warning { color: var(--warning) } .note { color: var(--note) }
.where, .help, .gap, figcaption, .places { color: var(--faint); font-size: 0.88rem }
code { padding: 0.1em 0.25em; border-radius: 0.2em; background: var(--shade); font-family: var(--mono); font-size: 0.85em }
.finding { padding: 1.2rem 0; border-top: 1px solid var(--line); scroll-margin-top: 1rem }
h2 + .finding, .file h3 + .finding { border-top: 0 }
.finding:target h3 { color: var(--accent) }
.sides { display: grid; gap: 1rem 2rem; margin: 0.9rem 0 0.7rem }
@media (max-width: 30rem) { .lines { padding-inline: 2.2rem 0.6rem } }
@media (min-width: 44rem) { .sides { grid-template-columns: 1fr 1fr } }
.path { display: block; color: var(--ink); font-weight: 650 }
.lines { margin: 0.5rem 0; padding: 0.5rem 0.9rem 0.5rem 2.9rem; border-radius: 0.3rem; background: var(--shade) }
.lines li { padding-inline-start: 0.2rem }
.lines li::marker { color: var(--faint); font-size: 0.75rem; font-variant-numeric: tabular-nums }
.lines p { margin: 0 0 0.35rem; white-space: pre-wrap }
.gap { font-style: italic }
mark { padding: 0.05em 0; background: var(--tint); color: inherit; text-decoration: underline 2px var(--accent); text-underline-offset: 0.2em; text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone }
.sides mark::before, .sides mark::after { content: " [only here: "; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.sides mark::after { content: "] " }
.file > h3 { margin-top: 2rem; font-size: 1rem; color: var(--faint) }
figure { margin: 1rem 0 }
figcaption { margin-top: 0.5rem }
.map { display: grid; grid-template-columns: minmax(0, max-content) 6rem; max-width: 42rem }
.map ol { margin: 0; padding: 0; list-style: none; text-align: end }
.map li { overflow: hidden; height: 1.75rem; padding-inline-end: 0.5rem; font-size: 0.9rem; line-height: 1.75rem; text-overflow: ellipsis; white-space: nowrap }
.map a { display: block; overflow: hidden; text-overflow: ellipsis }
.map svg { fill: none; stroke: var(--accent); stroke-opacity: 0.75 }
table { width: 100%; max-width: 42rem; margin: 1.2rem 0; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: lining-nums tabular-nums }
caption { grid-column: 1 / -1; margin-top: 0.5rem }
table { width: 100%; margin: 1.2rem 0; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: lining-nums tabular-nums }
caption { padding-bottom: 0.3rem; color: var(--faint); text-align: start }
th, td { padding: 0.35rem 1.1rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
th { font-weight: 650; overflow-wrap: normal }
.number { text-align: end; white-space: nowrap; overflow-wrap: normal }
td.links { padding-top: 0.2rem }
.links a { display: inline-block; min-width: 1.75rem; line-height: 1.75rem }
@media print {
  :root { --paper: #fff; --shade: #fff; --ink: #000; --faint: #333; --line: #999; --accent: #000; --tint: #fff; --warning: #000; --note: #000 }
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0 }
  nav { display: none }
  h2, h3, h4, .meta { break-after: avoid }
  .sides { grid-template-columns: 1fr 1fr }
  .lines { padding-inline-end: 0; border-inline-start: 1px solid var(--line); border-radius: 0 }
}`;
