/**
 * The style of an exported document: light or dark as the reader's system is, and made for paper: the matrix lies, levels in full
 * stand, on whatever paper the printer has.
 */
export const documentStyle = `:root {
  color-scheme: light dark;
  --ink: #1b1b1f; --quiet: #55555e; --ground: #ffffff; --shade: #f4f4f7; --line: #c9c9d1; --accent: #0b57c0;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --quiet: #b4b4be; --ground: #1a1a1e; --shade: #26262c; --line: #4b4b55; --accent: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; }
main.levels { max-width: 800px; }
h1, h2, h3, h4, h5 { margin: 24px 0 8px; line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin-top: 0; font-size: 28px; }
h2 { font-size: 22px; }
h3 { font-size: 18px; }
h4, h5 { font-size: 16px; }
a { color: var(--accent); }
p { margin: 0 0 8px; }
ul, ol { margin: 0 0 8px; padding-left: 20px; }
li { margin: 4px 0; }
pre { overflow-x: auto; padding: 8px; background: var(--shade); white-space: pre-wrap; }
td, th, li, p, code { overflow-wrap: anywhere; }
a, span, strong, em, code { unicode-bidi: isolate; }
.meta, .note { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0 0 16px; }
table.matrix { width: 100%; table-layout: fixed; }
table.matrix.wide { min-width: 960px; }
th, td { border: 1px solid var(--line); padding: 8px; text-align: left; vertical-align: top; }
thead th .meta { font-weight: normal; }
tr.section th { background: var(--shade); }
.base { border: 1px solid var(--line); padding: 0 16px 8px; margin: 16px 0; }
.own { border-left: 3px solid var(--accent); padding-left: 8px; }
.inherited { color: var(--quiet); margin-bottom: 8px; }
.inherited.full { border-left: 3px solid transparent; padding-left: 8px; }
summary { cursor: pointer; }
@page matrix { size: landscape; margin: 12mm; }
@page levels { size: portrait; margin: 18mm; }
@media print {
  :root { color-scheme: light; --ink: #000000; --quiet: #444444; --ground: #ffffff; --shade: #eeeeee; --line: #999999; --accent: #000000; }
  body { padding: 0; font-size: 10pt; }
  main, main.levels { max-width: none; }
  main.matrix { page: matrix; font-size: 8.5pt; }
  main.levels { page: levels; }
  .family + .family, nav + .family { break-before: page; }
  h1, h2, h3, h4, h5, thead, tr.section, summary { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  li, p { orphans: 2; widows: 2; }
  li { break-inside: avoid; }
  .scroll { overflow: visible; }
  table.matrix.wide { min-width: 0; }
}
`;
