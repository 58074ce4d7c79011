/** Posts, comments, bubbles and the levers of the service. */
export const facebook = `
.facebook .rows { padding-bottom: 8px; }
.facebook .what { color: var(--soft); font-size: 13px; }
.section { margin: 0; padding: 14px 16px 0; font: 600 13px/1.4 var(--sans); color: var(--soft); }
.avatar { border-radius: 50%; display: block; width: 36px; height: 36px; grid-row: span 2; border: 1px solid var(--line); }
.said .avatar { width: 32px; height: 32px; }
.wall { display: grid; gap: 16px; padding: 20px; max-width: 720px; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px; display: grid; gap: 10px; min-width: 0; }
.wall-head { display: grid; gap: 2px; }
.said { display: grid; grid-template-columns: 32px minmax(0, 1fr); gap: 4px 10px; align-items: start; }
.said .line { display: flex; gap: 4px 8px; flex-wrap: wrap; align-items: baseline; font-size: 14px; }
.said .line time, .said .line .badge { font-size: 12px; color: var(--soft); }
.badge { border: 1px solid var(--line); border-radius: 6px; padding: 0 6px; }
.badge.warn { color: var(--warn) !important; border-color: currentColor; }
.said .words { margin: 2px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.thread { display: grid; gap: 12px; }
.below { display: grid; gap: 12px; margin-left: 42px; padding-left: 12px; border-left: 2px solid var(--line); }
.verbs { display: flex; flex-wrap: wrap; gap: 2px 4px; margin: 2px 0 0 -8px; align-items: center; }
.verbs button, .small { padding: 2px 8px; font-size: 13px; border-radius: 6px; background: none; color: var(--blue); border: 1px solid transparent; }
.verbs button:hover, .small:hover { background: var(--chosen); }
.verbs select { width: auto; font-size: 13px; padding: 1px 4px; }
.pictures { display: flex; gap: 8px; flex-wrap: wrap; margin-top: 6px; }
.pictures img { max-width: min(220px, 100%); max-height: 180px; border-radius: 8px; border: 1px solid var(--line); display: block; background: var(--shade); }
.pictures img.sticker { width: 72px; border: 0; border-radius: 16px; }
.write { display: grid; gap: 8px; padding: 0; }
.write textarea { min-height: 0; height: 64px; }
.write .actions { justify-content: space-between; }
.write .left { display: flex; gap: 6px; align-items: center; flex-wrap: wrap; min-width: 0; font-size: 13px; }
.write input[type=file] { width: 1px; height: 1px; padding: 0; border: 0; opacity: 0; position: absolute; }
.write label.attach { display: inline-block; cursor: pointer; color: var(--blue); font-size: 13px; font-weight: 600; padding: 3px 8px; border-radius: 6px; }
.write label.attach:hover { background: var(--chosen); }
.write label.attach:focus-within { outline: 2px solid var(--focus); outline-offset: 2px; }
.chat { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100%; }
.chat-head { display: flex; gap: 10px; align-items: center; padding: 12px 20px; border-bottom: 1px solid var(--line); background: var(--paper); }
.chat-head .avatar { flex: none; }
.chat-head .over { margin-left: auto; white-space: normal; }
.bubbles { overflow-y: auto; padding: 20px; display: flex; flex-direction: column; gap: 10px; list-style: none; margin: 0; }
.bubble { max-width: min(520px, 84%); align-self: flex-start; display: grid; gap: 2px; }
.bubble[data-mine] { align-self: flex-end; justify-items: end; }
.bubble .words { background: var(--sheet); border: 1px solid var(--line); border-radius: 16px 16px 16px 4px; padding: 8px 14px; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
.bubble[data-mine] .words { background: var(--chosen); border-radius: 16px 16px 4px 16px; }
.bubble .line { font-size: 12px; color: var(--soft); display: flex; gap: 8px; flex-wrap: wrap; align-items: center; }
.chat .write { padding: 12px 20px; border-top: 1px solid var(--line); background: var(--paper); }
.levers { display: grid; gap: 16px; padding: 20px; max-width: 760px; }
.levers h3 { margin: 0; font: 600 15px/1.4 var(--sans); }
.levers .row-of { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.levers .row-of select, .levers .row-of input { min-height: 37px; color: var(--ink); }
.levers .row-of label:has([type=url]) { flex: 1 1 320px; }
.levers .row-of label { display: grid; gap: 4px; font-size: 13px; color: var(--soft); min-width: 140px; flex: 0 1 220px; }
.facts { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; font-size: 13px; overflow-wrap: anywhere; }
.facts code { font: 12px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.mailbox .row.here time { font-size: 12px; color: var(--soft); }
.mailbox .row.here { border-bottom: 1px solid var(--line); border-radius: 0; }
@media (max-width: 800px) {
  .wall, .levers { padding: 12px; }
  .below { margin-left: 8px; }
}
`;
