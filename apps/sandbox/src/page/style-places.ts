/** The links between the rooms of the page. */
export const places = `
.places { display: flex; gap: 4px; }
.places a { padding: 5px 12px; border-radius: 8px; color: var(--ink); text-decoration: none; font-weight: 600; }
.places a:hover { background: var(--chosen); }
.places a[aria-current] { background: var(--chosen); box-shadow: inset 0 -2px 0 var(--red); }
@media (max-width: 800px) { .places { order: 2; flex-basis: 100%; margin-left: -12px; } }
`;
