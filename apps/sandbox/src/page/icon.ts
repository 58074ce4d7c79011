/** An envelope with an airmail edge. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="6" width="28" height="20" rx="3" fill="#fdf6ea" stroke="#b4472a" stroke-width="2"/><path d="M3 8l13 10L29 8" fill="none" stroke="#2f5d8a" stroke-width="2" stroke-linejoin="round"/></svg>`;
