/** A mail on its sheet, and the form to write one. */
export const letter = `
.letter { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; margin: 20px; max-width: 860px; display: grid; }
.letter > * { padding: 14px 20px; }
.letter-head { display: grid; gap: 4px; border-bottom: 1px solid var(--line); }
.letter-head dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; margin: 6px 0 0; font-size: 14px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.body { background: var(--mail-paper); padding: 12px 18px; border-bottom: 1px solid var(--line); }
.body iframe { border: 0; width: 100%; min-height: 120px; display: block; background: #fff; }
.files { list-style: none; margin: 0; display: flex; flex-wrap: wrap; gap: 8px; }
.files:empty { display: none; }
.file { display: inline-flex; gap: 8px; align-items: center; border: 1px solid var(--line); border-radius: 8px; padding: 5px 10px; font-size: 14px; overflow-wrap: anywhere; }
.file .size { color: var(--soft); font-size: 12px; white-space: nowrap; }
.file button { padding: 0 6px; border: 0; background: none; color: var(--red); }
.actions { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; }
.letter details { font-size: 13px; color: var(--soft); border-top: 1px solid var(--line); }
.letter summary { cursor: pointer; }
.letter details dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 14px; margin: 10px 0; }
.letter details dd { font: 12px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
form.letter { gap: 0; padding: 8px 0; }
form.letter > * { padding: 7px 20px; }
form label, dialog label { display: grid; gap: 4px; font-size: 13px; color: var(--soft); }
.chosen { padding: 8px 0 0; }
form.letter > datalist { display: none; }
form textarea { min-height: clamp(140px, 24vh, 340px); resize: vertical; color: var(--ink); line-height: 1.55; font-size: 15px; }
form input, form select { font-size: 15px; color: var(--ink); }
::file-selector-button { font: inherit; font-size: 14px; font-weight: 600; color: var(--ink); background: var(--chosen); border: 1px solid var(--line); border-radius: 6px; padding: 3px 10px; margin-right: 10px; }
form .check { grid-template-columns: auto 1fr; align-items: center; gap: 8px; }
form .check input { width: auto; }
.problem { color: var(--red); font-weight: 600; overflow-wrap: anywhere; }
dialog { border: 1px solid var(--line); border-radius: 14px; background: var(--sheet); color: var(--ink); width: min(420px, calc(100vw - 32px)); padding: 20px; }
dialog::backdrop { background: rgb(20 14 8 / .5); }
dialog form { display: grid; gap: 14px; }
@media (max-width: 800px) { .letter { margin: 0; border-radius: 0; border-width: 0 0 1px; } }
`;
