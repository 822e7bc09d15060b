/** Looks of the page: one column of text, tables that become cards in a narrow window, light, dark and on paper. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --text: #1d1f24; --soft: #555a64; --line: #cdd1d9; --box: #f5f6f8;
  --link: #0b4fb3; --error: #a1201a; --error-box: #fdeceb; --warning: #734600; --warning-box: #fff2d4;
  --info: #1d4a87; --info-box: #e9f0fa; --good: #1c5a31; --good-box: #e7f4ea; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #16181c; --text: #e7e8ec; --soft: #adb2bd;
  --line: #454a54; --box: #1f2227; --link: #a9c7ff; --error: #ffb4ab; --error-box: #3a1815; --warning: #ffd08a;
  --warning-box: #33280e; --info: #b1ccff; --info-box: #17263f; --good: #9fdcb1; --good-box: #14301d; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem clamp(.75rem, 3vw, 2rem) 3rem; background: var(--page);
  color: var(--text); font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere; }
@supports selector(:has(*)) {
  :root:has(#show-zh:checked) .en, :root:has(#show-en:checked) .zh { display: none; } }
@supports not selector(:has(*)) { :root[lang|=zh] .en, :root[lang|=en] .zh { display: none; } }
h1 { font-size: 1.6rem; line-height: 1.3; margin: .5rem 0; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; line-height: 1.5; margin: 0 0 .35rem; }
p, ul, ol, dl, pre, blockquote { margin: .35rem 0; }
ul, ol { padding-left: 1.4rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: .9em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { background: var(--box); border: 1px solid var(--line); border-radius: 4px; padding: .4rem .6rem; white-space: pre-wrap; }
q, blockquote { quotes: none; background: var(--box); border-radius: 3px; }
q { padding: .05em .3em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
q::before, q::after { content: none; }
blockquote { padding: .4rem .6rem; border-left: 3px solid var(--line); }
.soft { color: var(--soft); font-size: .92em; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: center; }
.language { border: 0; margin: 0; padding: 0; display: inline-flex; }
.language legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.language input { position: absolute; opacity: 0; }
.language span { display: block; padding: .25rem .8rem; border: 1px solid var(--line); cursor: pointer; }
.language label:first-of-type span { border-radius: 4px 0 0 4px; }
.language label:last-of-type span { border-radius: 0 4px 4px 0; margin-left: -1px; }
.language input:checked + span { background: var(--text); color: var(--page); border-color: var(--text); font-weight: 600; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; }
.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.counts li { border: 1px solid var(--line); border-radius: 6px; padding: .35rem .9rem; }
.counts b { font-size: 1.4rem; line-height: 1.2; display: block; }
.facts { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .2rem 1rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; min-width: 0; }
.mark { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .4em; font-size: .88em;
  font-weight: 600; line-height: 1.5; white-space: nowrap; }
.error { color: var(--error); background: var(--error-box); }
.warning { color: var(--warning); background: var(--warning-box); }
.info { color: var(--info); background: var(--info-box); }
.good { color: var(--good); background: var(--good-box); }
.plain { color: var(--soft); background: var(--box); }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { border: 1px solid var(--line); padding: .45rem .6rem; text-align: left; vertical-align: top; }
thead th, .group th { background: var(--box); }
tbody th { font-weight: 600; }
td ul, th ul { padding-left: 0; list-style: none; }
td li + li { margin-top: .35rem; }
td > :first-child, .facts p { margin-top: 0; }
.gap > th { box-shadow: inset 5px 0 var(--error); }
.half > th { box-shadow: inset 5px 0 var(--warning); }
.inline { display: none; }
.matrix th:nth-child(1) { width: 27%; } .matrix th:nth-child(2) { width: 17%; } .matrix th:nth-child(4) { width: 20%; }
.items thead th:nth-child(1) { width: 28%; } .items thead th:nth-child(2) { width: 8.5rem; }
.items thead th:nth-child(4) { width: 22%; }
.finding { border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; margin: .8rem 0; }
.finding:target, tr:target { outline: 3px solid var(--link); }
.number { color: var(--soft); font-weight: 400; }
details { margin: .35rem 0; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
footer { margin-top: 3rem; border-top: 2px solid var(--line); padding-top: .75rem; }
@media screen and (max-width: 47rem) {
  .wide, .wide caption, .wide tbody, .wide tr, .wide th, .wide td { display: block; width: auto !important; }
  .wide thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .wide tr { border: 1px solid var(--line); border-radius: 6px; margin: .75rem 0; padding: .35rem .75rem; }
  .wide tr.group { border: 0; padding: 0; }
  .wide tr.gap { border-left: 5px solid var(--error); } .wide tr.half { border-left: 5px solid var(--warning); }
  .wide th, .wide td, .wide .gap > th, .wide .half > th { border: 0; box-shadow: none; padding: .3rem 0; }
  .wide .group th { padding: .35rem .5rem; }
  .inline { display: block; color: var(--soft); font-size: .88em; }
  .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: .35rem; } }
@media print {
  :root { color-scheme: light; }
  @page { margin: 14mm; }
  body { max-width: none; padding: 0 1px; font-size: 10pt; }
  q::before { content: "“"; } q::after { content: "”"; }
  nav, .language, .skip { display: none !important; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; color: inherit; font-weight: 600; }
  a { color: inherit; }
  h2, h3, h4, summary { break-after: avoid; }
  tr, li, pre, blockquote, dd { break-inside: avoid; }
  .mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;

/** All that moves: the page's language follows the switch, and what is folded is unfolded for printing. */
export const script = `
'use strict';
const root = document.documentElement;
const choices = [...document.querySelectorAll('input[name=language]')];
const follow = () => { const chosen = choices.find((each) => each.checked); if (chosen) root.lang = chosen.value; };
for (const each of choices) each.addEventListener('change', follow);
addEventListener('pageshow', follow);
let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')];
  for (const each of folded) each.open = true;
});
addEventListener('afterprint', () => { for (const each of folded) each.open = false; });
`;
