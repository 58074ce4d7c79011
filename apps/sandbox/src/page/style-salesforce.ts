/** Records as forms, with what hangs on them below. */
export const salesforce = `
.salesforce .rows .row.here { grid-template-columns: minmax(0, 1fr) auto; }
.salesforce .row.kind { grid-template-columns: minmax(0, 1fr) auto; padding: 7px 10px; }
.salesforce .row.kind .what { font-variant-numeric: tabular-nums; }
.salesforce .row[data-deleted] .who { text-decoration: line-through; color: var(--soft); }
.you { padding: 12px 16px 4px; display: grid; gap: 4px; }
.you label, .find-record label { display: grid; gap: 4px; font-size: 13px; color: var(--soft); }
.you select { color: var(--ink); }
.record-head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.record-head h2 { overflow-wrap: anywhere; }
.record-head code { font: 12px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; color: var(--soft); }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 12px 16px; align-items: start; }
.fields label { display: grid; gap: 4px; font-size: 13px; color: var(--soft); min-width: 0; }
.fields .wide { grid-column: 1 / -1; }
.fields .check { grid-template-columns: auto 1fr; align-items: center; gap: 8px; align-self: center; }
.fields .check input { width: auto; }
.fields input, .fields select, .fields textarea { color: var(--ink); font-size: 15px; min-height: 38px; }
.fields textarea { min-height: 84px; }
.fields .changed { border-color: var(--red); }
.fields .refers { font-size: 13px; }
.sheet form { display: grid; gap: 14px; }
.sheet summary { cursor: pointer; color: var(--blue); font-weight: 600; font-size: 14px; }
.sheet details .fields { margin-top: 12px; }
.related { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.related li { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; }
.related a { overflow-wrap: anywhere; }
.related .what, .related time { color: var(--soft); font-size: 13px; }
.levers .row-of .wide { flex: 1 1 100%; }
.facts button { margin-left: 8px; }
`;
