/** Puts the focus into the list of cases, where the arrow keys move. */
export function focusList(): void {
  focus('[data-list-focus]');
}

/** Puts the focus into what was said and done, where the space bar reads on. */
export function focusCase(): void {
  focus('[data-case-focus]');
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
