import { browserWords as words } from './browser-name.words.ts';

/** The first that matches: browsers name those they descend from too. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Which browser and system a User-Agent header (RFC 9110 §10.1.5) is of; null for what it does not name. */
export function browserOf(userAgent: string): { browser: string | null; system: string | null } {
  return { browser: firstOf(BROWSERS, userAgent) ?? programOf(userAgent), system: firstOf(SYSTEMS, userAgent) };
}

function firstOf(names: readonly [RegExp, string][], userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}

/** What is no browser names itself first, such as `curl/8.5.0`. */
function programOf(userAgent: string): string | null {
  if (userAgent.startsWith('Mozilla/')) return null;
  return /^[\w.-]{1,40}(?=\/|$)/.exec(userAgent)?.[0] ?? null;
}

/** What a reader calls the browser of a User-Agent header, such as "Firefox on Linux". */
export function browserName(userAgent: string): string {
  const { browser, system } = browserOf(userAgent);
  return system === null ? (browser ?? words.unknown) : words.on(browser ?? words.unknown, system);
}
