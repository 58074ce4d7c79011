/** Addresses that forms are sent to and that show nothing themselves, and where their form is. */
const FORMS: readonly (readonly [sentTo: RegExp, shownAt: string])[] = [
  [/^(\/customer\/portal\/(?:emails|questions))$/, '$1/new'],
  [/^(\/customer\/(?:registrations|password_resets))$/, '$1/new'],
  [/^(\/customer\/account)\/(?:password|emails|emails\/change|sign-out)$/, '$1'],
  [/^(\/customer\/login)\/link$/, '$1'],
  [/^(\/customer\/portal\/(?:articles|questions)\/[^/]+)\/(?:answers|rate|best)$/, '$1'],
  [/^(\/customer\/portal\/(?:private\/)?cases\/[^/]+)\/(?:replies|resolve|reopen|feedback)$/, '$1'],
];

/**
 * The page with the form that is sent to `path` (both below the base): for whoever comes there by a link, a reload or the
 * back button, or wants to read in another language what a form answered. Null: no form is sent there, or its page is at
 * the very same address.
 */
export function formPlace(path: string): string | null {
  for (const [sentTo, shownAt] of FORMS) if (sentTo.test(path)) return path.replace(sentTo, shownAt);
  return null;
}
