import { words } from '../../language/words.ts';

/** The links with which customers open a case on the web. */
export const linksWords = words('case-links', {
  menu: 'Web links…',
  title: (caseId: number) => `Web links of #${caseId}`,
  lead: 'Mails to the customer hold a link that opens this case on the web without a password. Nobody sees it here.',
  none: 'No mail with a link has left yet.',
  failed: 'The links could not be loaded.',
  safe: 'They work on as before.',
  of: (name: string) => `For ${name}`,
  good: (until: string) => `Good until ${until}`,
  over: (since: string) => `Expired on ${since}`,
  revoked: (by: string, at: string) => `Revoked by ${by} on ${at}`,
  close: 'Close',
  revoke: 'Revoke all links',
  revoking: 'Whoever has a link gets in no more. The next mail holds a new one.',
  done: 'No link opens this case any more.',
  refused: 'Not revoked.',
  shortcuts: { section: 'Case', links: 'Show the web links' },
});
