import { words } from '../../language/words.ts';

/** What somebody reads whom an application asks to let it in. */
export const authorizationWords = words('authorization', {
  title: 'Let an application in?',
  asks: (application: string) => `“${application}” wants to act for you at this desk.`,
  may: 'What it may do',
  chosen: (count: number, all: number) => `${count} of ${all} chosen`,
  mayHelp:
    'It never does more than you may yourself, and only on what you see. You can end this at any time under Account › Sessions.',
  careful: 'Leave this out unless you know that it needs it.',
  back: (site: string) => `You come back to ${site} afterwards.`,
  byCode: 'You are given a code that you write into the application.',
  signedIn: (name: string) => `Signed in as ${name}`,
  signOut: 'Somebody else? Sign out',
  allow: 'Allow',
  deny: 'Deny',
  website: 'Website',
  support: 'Help with it',
  failed: 'What is asked could not be loaded.',
  safe: 'Nothing has been allowed.',
  offline: 'The desk cannot be reached; nothing has been allowed. Try again.',
  codeTitle: 'Write this code into the application',
  code: 'Code',
  codeHelp: (application: string) =>
    `It is good for ten minutes. Give it to nobody but “${application}”: whoever has it could act for you.`,
  leaving: (site: string) => `Allowed. Going back to ${site} …`,
  deniedTitle: 'Not allowed',
  denied: 'The application may not act for you. Nothing of yours was given to it.',
  return: (site: string) => `Back to ${site}`,
  goneTitle: 'This request is over',
  gone: 'It is too old, or was answered already. Begin again in the application.',
  desk: 'Go to the desk',
});
