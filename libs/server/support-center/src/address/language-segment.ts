/** `/support/<brand>/customer/de/…`: what stands before the language, the language, and what follows. */
const SEGMENT = /^(\/support\/[^/?#]+\/customer)\/([a-z]{2}(?:[-_][a-z]{2,4})?)(?=[/?#]|$)/i;
const ON_OWN_HOST = /^\/customer\/([a-z]{2}(?:[-_][a-z]{2,4})?)(?=[/?#]|$)/i;

/** The address by which a page is routed: without the language that it names, and without a slash at its end. */
export function routedAddress(url: string): string {
  return url.replace(SEGMENT, '$1').replace(/\/+(?=[?#]|$)/, '');
}

/** The language that an address names, as BCP 47 writes it (`pt-BR`); null when it names none. */
export function languageIn(url: string): string | null {
  const tag = SEGMENT.exec(url)?.[2] ?? ON_OWN_HOST.exec(url)?.[1];
  if (tag === undefined) return null;
  const [language = '', region] = tag.split(/[-_]/);
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region.toUpperCase()}`;
}

/** `path` with a language in it: `/customer/portal/…` becomes `/customer/de/portal/…`. */
export function inLanguage(path: string, language: string): string {
  if (path === '/' || path === '') return `/customer/${language}`;
  return path.replace(/^\/customer(?=\/|$)/, `/customer/${language}`);
}
