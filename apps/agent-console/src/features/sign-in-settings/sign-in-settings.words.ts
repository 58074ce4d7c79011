import { words } from '../../language/words.ts';

/** How everybody signs in. */
export const signInSettingsWords = words('sign-in-settings', {
  title: 'Sign-in',
  lead: 'How people sign in to this desk. A change holds at once, also for whoever is signed in.',
  failed: 'The sign-in settings could not be loaded.',
  safe: 'They hold as they were.',
  passwordLength: 'Shortest password',
  passwordHelp: 'Characters, 10 at least. It is asked of new passwords; those that people have stay good.',
  twoFactor: 'Everybody needs a second factor',
  twoFactorHelp:
    'Whoever has none can do nothing but set one up with the next click. Programs that use a password stop too.',
  noRole: 'No role demands one by itself.',
  toRoles: 'Go to the roles',
  session: 'Sign in again after',
  sessionHelp: 'However busy somebody is: then the password is asked for again.',
  idle: 'Sign out when unused for',
  idleHelp: 'At least 15 minutes.',
  domains: 'Invite only at these domains',
  domainsHelp: 'One a line, such as example.com. Nothing written: at any address. Who is here already stays.',
  roles: (names: string) => `Already demanded of: ${names}.`,
  unitOf: (label: string) => `Unit of “${label}”`,
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
});
