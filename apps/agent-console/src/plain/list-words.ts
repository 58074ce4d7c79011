/** Words as a list in the language of the page: "one, two, and three". */
export function listWords(items: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang || undefined, { type: 'conjunction' }).format(items);
}
