let names: Intl.DisplayNames | undefined;

/** `German` or `Deutsch`, as the console speaks; `en_us`, as cases have it, too. The tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    names ??= new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' });
    const name = names.of(tag.replaceAll('_', '-')) ?? tag;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    return tag;
  }
}
