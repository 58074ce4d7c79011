/** What pages say, by the names that themes know (Desk.com's), in English. Values may hold `{0}`-like places; see `phrase`. */
export const ENGLISH = {
  home: 'Home',
  search: 'Search',
  support_center: 'Support center',
  log_in: 'Sign in',
  logout: 'Sign out',
  my_account: 'My account',
  my_cases: 'My cases',
  email_us: 'Write to us',
  error_missing_title: 'This page is not here',
  error_missing_text:
    'It may have moved, or the address has a letter too many. Search for it, or begin at the home page.',
  error_forbidden_title: 'This page is not open to you',
  error_forbidden_text: 'Sign in with the address that you wrote to us from, or go back.',
  error_patience_title: 'That was a little fast',
  error_patience_text: 'Too many requests came from your connection. Wait a minute and try again; nothing is lost.',
  error_size_title: 'That is too large',
  error_size_text: 'A file may have up to 20 MB. Go back, take a smaller one and send again.',
  error_invalid_title: 'Something is missing',
  error_invalid_text: 'Go back and look at what you wrote; it was not sent.',
  error_unavailable_title: 'We are away for a moment',
  error_unavailable_text: 'Nothing was saved. Try again in a minute.',
  error_failure_title: 'Something went wrong on our side',
  error_failure_text: 'It was logged and we look into it. Try again in a while.',
  error_closed_title: 'Our support center is closed at the moment',
  error_closed_text: 'We are working on it. Please come back later.',
} as const satisfies Record<string, string>;

export type SnippetKey = keyof typeof ENGLISH;
export type Words = Record<SnippetKey, string>;
