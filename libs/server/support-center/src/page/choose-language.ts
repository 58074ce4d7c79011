/** What a reader said about languages, the strongest first. */
export interface LanguageWishes {
  /** In the address. */
  named: string | null;
  /** In the cookie of an earlier choice. */
  chosen: string | undefined;
  /** `Accept-Language` (RFC 9110 §12.5.4). */
  accepted: string | undefined;
}

/** One of the brand's languages: the first wish that it can fulfil, else its first language. */
export function chooseLanguage(languages: readonly string[], { named, chosen, accepted }: LanguageWishes): string {
  const wishes = [named, chosen, ...readAccepted(accepted ?? '')];
  for (const wish of wishes) {
    const found = wish ? spoken(languages, wish) : undefined;
    if (found) return found;
  }
  return languages[0] ?? 'en';
}

/** The very language, else one of the same tongue: de for de-AT, and pt-BR for pt. */
function spoken(languages: readonly string[], wish: string): string | undefined {
  const wanted = wish.toLowerCase();
  const [tongue] = wanted.split('-');
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.toLowerCase() === tongue) ??
    languages.find((language) => language.toLowerCase().split('-')[0] === tongue)
  );
}

/** The tags of the header by weight; those that are refused (`q=0`), and the star, left out. */
function readAccepted(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
      return /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag) && weight > 0 ? [{ tag, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
