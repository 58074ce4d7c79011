/** What only posts on X have, beside the pieces that all networks share. */
export const x = `
.network .what { color: var(--soft); font-size: 13px; }
.avatar.large { width: 56px; height: 56px; }
.profile { display: grid; grid-template-columns: 56px minmax(0, 1fr); gap: 2px 14px; align-items: center; }
.profile .avatar { grid-row: span 3; }
.seal { color: var(--blue); font-size: .85em; }
.handle { color: var(--soft); font-weight: 400; }
.quoted { border: 1px solid var(--line); border-radius: 10px; padding: 8px 12px; margin-top: 6px; font-size: 14px; color: var(--soft); overflow-wrap: anywhere; }
.network .gone { color: var(--soft); font-style: italic; }
.chips { display: flex; gap: 4px; flex-wrap: wrap; }
.actions .left .small { font-weight: 600; }
.verbs [aria-pressed=true] { color: var(--red); }
.x-rows { padding-bottom: 8px; }
`;
