/** The frame and its three panes; on a phone one at a time. */
export const panes = `
.edge { height: 8px; background: repeating-linear-gradient(115deg, var(--red) 0 22px, var(--paper) 22px 36px, var(--blue) 36px 58px, var(--paper) 58px 72px); }
.bar { display: flex; align-items: center; gap: 8px 16px; padding: 10px 20px; border-bottom: 1px solid var(--line); }
.tagline { color: var(--soft); flex: 1; min-width: 0; }
.live { font-size: 13px; color: var(--soft); white-space: nowrap; }
.live::before { content: '○ '; }
.live[data-on]::before { content: '● '; color: light-dark(#2f6b3c, #84c893); }
main { display: grid; grid-template-columns: 272px minmax(300px, 380px) minmax(0, 1fr); min-height: 0; }
.pane { min-height: 0; min-width: 0; overflow-y: auto; }
.people, .mailbox { border-right: 1px solid var(--line); }
.reading { background: var(--shade); }
.pane-head { position: sticky; top: 0; z-index: 1; background: var(--paper); padding: 14px 16px 12px; display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: center; border-bottom: 1px solid var(--line); }
.find, .pane-head .wide { grid-column: 1 / -1; }
.habit { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 10px; align-items: center; color: var(--soft); font-size: 14px; }
.rows { list-style: none; margin: 0; padding: 6px 8px 24px; }
.row { display: grid; grid-template-columns: 36px minmax(0, 1fr) auto; gap: 2px 10px; align-items: center; padding: 8px; border-radius: 10px; color: inherit; text-decoration: none; }
.row:hover { background: light-dark(#f6ecdc, #2a231b); }
.row[aria-current] { background: var(--chosen); }
.row .who, .row .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row .what { color: var(--soft); font-size: 13px; }
.row strong { font-weight: 600; }
.face { grid-row: span 2; width: 36px; height: 36px; border-radius: 50%; display: grid; place-items: center; font-weight: 600; background: var(--chosen); color: var(--ink); border: 1px solid var(--line); }
.count { background: var(--red); color: var(--on-red); border-radius: 10px; padding: 0 7px; font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; }
.mark { font-size: 12px; color: var(--warn); font-weight: 600; white-space: nowrap; }
.mark.effect { white-space: normal; }
.mail { grid-template-columns: minmax(0, 1fr) auto; border-bottom: 1px solid var(--line); border-radius: 0; }
.mail .what { grid-column: 1 / -1; }
.mail time { font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.mail .way { color: var(--soft); font-weight: 400; }
.mail[data-unread] .who, .mail[data-unread] .subject { font-weight: 700; color: var(--ink); }
.empty { padding: 40px 24px; color: var(--soft); text-align: center; max-width: 44ch; margin: 0 auto; display: grid; gap: 14px; justify-items: center; }
.toast { position: fixed; left: 50%; bottom: 24px; transform: translateX(-50%); background: var(--ink); color: var(--paper); border-radius: 10px; padding: 10px 18px; max-width: min(560px, calc(100vw - 32px)); box-shadow: 0 6px 24px rgb(0 0 0 / .25); z-index: 5; }
.back { display: none; }
@media (max-width: 1000px) {
  main { grid-template-columns: 230px minmax(260px, 320px) minmax(0, 1fr); }
}
@media (max-width: 800px) {
  .bar { padding: 8px 16px; flex-wrap: wrap; }
  .tagline { order: 3; flex-basis: 100%; font-size: 13px; }
  .bar h1 { flex: 1; }
  main { grid-template-columns: minmax(0, 1fr); }
  .pane { display: none; border-right: 0; }
  [data-pane='people'] .people, [data-pane='mailbox'] .mailbox, [data-pane='mail'] .reading { display: block; }
  body:not([data-pane='people']) .tagline { display: none; }
  .back { display: block; margin-bottom: 8px; }
}
`;
