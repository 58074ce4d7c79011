/** HTML that the desk itself wrote or cleaned: the only values that a theme prints as they are. */
export class SafeHtml {
  constructor(readonly html: string) {}

  toString(): string {
    return this.html;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Marked-up text with every value escaped, unless it is {@link SafeHtml} itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (SafeHtml | string | number)[]): SafeHtml {
  const written = values.map((value) => (value instanceof SafeHtml ? value.html : escapeHtml(String(value))));
  return new SafeHtml(parts.map((part, index) => part + (written[index] ?? '')).join(''));
}
