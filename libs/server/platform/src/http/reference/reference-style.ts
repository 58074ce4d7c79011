/** The whole style of the reference page: no fonts, no pictures, nothing from elsewhere. */
export const REFERENCE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #16181d);
  --shade: light-dark(#f4f5f7, #1f2229);
  --line: light-dark(#d5d9e0, #3a3f4a);
  --ink: light-dark(#1b1f27, #e7e9ee);
  --quiet: light-dark(#535b69, #a9b1bf);
  --link: light-dark(#0b57c2, #8ab8ff);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
.page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); max-width: 80rem; margin: 0 auto; }
nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .2rem .5rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
main { padding: 1.5rem 2rem 6rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 3rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { display: inline; margin: 0; font-size: 1rem; font-weight: 400; }
h4 { margin: 1.2rem 0 .4rem; font-size: .95rem; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.operation { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; }
.operation[open] { padding-bottom: 1rem; }
.operation > summary { cursor: pointer; }
.operation:target, .shape:target { outline: 2px solid var(--link); }
.method { display: inline-block; min-width: 4.2rem; font: 600 .8rem ui-monospace, monospace; }
.path { font-weight: 600; }
.summary, .optional, .limits { color: var(--quiet); }
.fields { margin: .3rem 0; padding-left: 1.1rem; }
.fields .fields { border-left: 2px solid var(--line); list-style: none; padding-left: .8rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 500; }
th code { overflow-wrap: normal; white-space: nowrap; }
thead th { background: var(--shade); }
dt { font: 600 .9rem ui-monospace, monospace; }
dd { margin: 0 0 .5rem 1.5rem; }
@media (max-width: 50rem) {
  .page { display: block; }
  nav { position: static; max-height: none; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1rem; }
}
`;
