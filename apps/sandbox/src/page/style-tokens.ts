/** Warm paper, ink and the two colours of an airmail envelope: nobody takes it for the agents' console. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf5ea, #1d1915);
  --sheet: light-dark(#fffdf8, #262019);
  --shade: light-dark(#f3e9d8, #16130f);
  --line: light-dark(#e2d4bd, #40362a);
  --ink: light-dark(#2b2219, #f3e9da);
  --soft: light-dark(#6b5a47, #b9a88f);
  --red: light-dark(#a83c20, #f0906f);
  --on-red: light-dark(#ffffff, #2a120a);
  --blue: light-dark(#2a5885, #8fbbe6);
  --chosen: light-dark(#f6e2cb, #3a2c1e);
  --warn: light-dark(#8a4b00, #f2b866);
  --focus: light-dark(#2a5885, #8fbbe6);
  --mail-paper: #ffffff;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif;
  --sans: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; height: 100dvh; display: grid; grid-template-rows: auto minmax(0, 1fr); background: var(--paper); color: var(--ink); font: 15px/1.45 var(--sans); }
h1, h2 { font-family: var(--serif); margin: 0; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 22px; } h2 { font-size: 18px; }
p { margin: 0; }
a { color: var(--blue); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button, .button { font: inherit; font-weight: 600; border-radius: 8px; padding: 7px 14px; border: 1px solid transparent; cursor: pointer; text-decoration: none; display: inline-block; line-height: 1.4; white-space: nowrap; }
.primary { background: var(--red); color: var(--on-red); }
.primary:hover { filter: brightness(1.08); }
.quiet { background: transparent; border-color: var(--line); color: var(--ink); }
.quiet:hover { background: var(--chosen); }
button:disabled { opacity: .6; cursor: progress; }
input, select, textarea { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 7px 10px; width: 100%; min-width: 0; }
::placeholder { color: var(--soft); opacity: 1; }
@media (prefers-reduced-motion: no-preference) { .toast { transition: opacity .15s; } }
`;
