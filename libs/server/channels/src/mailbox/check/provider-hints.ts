/** Providers that refuse the usual password of an account, by what their servers are called or say. */
const WANT_APP_PASSWORDS =
  /(?:^|\.)(?:gmail|googlemail|google|yahoo|aol|icloud|me|mail\.me|fastmail|zoho)\.(?:com|eu|net)$|(?:^|\.)mail\.yahoo\.|office365\.com$|outlook\.com$/i;

const SAYS_APP_PASSWORD = /application-specific|app(?:lication)?[- ]password|app-specific|web login required/i;

/** Whether a refused sign-in is about the kind of password rather than about a wrong one. */
export function wantsAppPassword(host: string, said: string): boolean {
  return SAYS_APP_PASSWORD.test(said) || WANT_APP_PASSWORDS.test(host);
}
