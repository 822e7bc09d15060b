import { style as report } from '../formats/html/style.ts';

/** Looks of the documentation: those of the report's page, and what only running text needs. */
export const style = `${report.trim()}
body { max-width: 58rem; }
header { border-bottom: 2px solid var(--line); margin-bottom: 1.5rem; padding-bottom: .25rem; }
header .top p { margin: .25rem 0; }
.brand { font-weight: 700; color: inherit; text-decoration: none; font-size: 1.1rem; }
nav a { display: inline-block; padding: .2rem 0; }
nav a[aria-current] { color: inherit; font-weight: 600; text-decoration-thickness: 3px; text-underline-offset: .3em; }
main { line-height: 1.7; }
main > p, main li { max-width: 46rem; }
p, ul, ol, dl, pre, blockquote, figure { margin: .75rem 0; }
li { margin: .25rem 0; }
h1 code { font-size: 1em; }
h2 { margin-top: 2.2rem; }
h3 { margin-top: 1.75rem; }
figure > pre { margin: 0; border-top-left-radius: 0; border-top-right-radius: 0; }
figcaption { font-size: .88em; background: var(--box); border: 1px solid var(--line); border-bottom: 0;
  border-radius: 4px 4px 0 0; padding: .2rem .6rem; width: fit-content; max-width: 100%; color: var(--soft); }
pre { tab-size: 4; white-space: break-spaces; }
:not(pre) > code { background: var(--box); border-radius: 3px; padding: .1em .3em; }
a code { color: inherit; }
table { margin: .75rem 0; }
table:not(.wide) { table-layout: auto; overflow-wrap: break-word; }
table .mark { white-space: nowrap; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.rules thead th:nth-child(1) { width: 32%; } .rules thead th:nth-child(2) { width: 6.2rem; }
.rules thead th:nth-child(4) { width: 30%; }
.rules th code { display: block; font-weight: 400; background: none; padding: 0; }
.articles thead th:nth-child(1) { width: 26%; } .articles thead th:nth-child(3) { width: 32%; }
.articles td li { margin: 0; }
.says { border-left: 3px solid var(--line); padding-left: .75rem; }
.says ul { list-style: none; padding: 0; margin: .25rem 0 0; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .75rem; }
.cards li { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: 0; }
.cards p { margin: .25rem 0 0; }
.pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-top: 3rem; }
details > summary { font-size: .92em; }
li > details { margin: .25rem 0 .75rem; }
@media screen and (max-width: 30rem) { table:not(.wide) { font-size: .88em; } table:not(.wide) :is(th, td) { padding: .35rem .3rem; } }
@media screen and (max-width: 47rem) { .rules td, .rules th { width: auto !important; } }
@media print { .pager { display: none; } h1 { margin-top: 0; } header { border: 0; margin: 0; } figure { break-inside: avoid; } }
`;
