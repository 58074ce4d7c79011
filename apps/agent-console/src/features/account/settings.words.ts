import type { AfterSend, NotificationKind, SendChoice } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const kinds: Record<NotificationKind, { name: string; help: string }> = {
  mention: { name: 'Mentions', help: 'Somebody names you in a note.' },
  assignment: { name: 'Assignments', help: 'Somebody gives you a case.' },
  message: { name: 'Messages', help: 'Customer or colleague writes in a case of yours, or one that you follow.' },
};

const afterSend: Record<AfterSend, string> = {
  stay: 'Stay at the case',
  next: 'Open the next case of the filter',
  list: 'Go back to the list',
};

const sendChoice: Record<SendChoice, string> = {
  last: 'What I chose last in this browser',
  open: 'Send: the case stays open',
  pending: 'Send and pending: it waits for the customer',
  resolved: 'Send and resolve: it is done',
};

/** What the sections of one's own settings say. */
export const settingsWords = words('account-settings', {
  sections: 'Parts of my account',
  tabs: {
    profile: 'Profile',
    availability: 'Availability',
    preferences: 'Look and language',
    notifications: 'Notifications',
    writing: 'Writing',
    security: 'Password and second factor',
    sessions: 'Sessions',
  },
  savedAtOnce: 'Every choice is kept at once and follows you to every browser.',
  profile: {
    name: 'Name',
    nameHelp: 'Colleagues see it everywhere.',
    publicName: 'Public name',
    publicNameHelp: 'Customers read it above your replies. Empty: your name.',
    signature: 'Signature',
    signatureHelp: 'Stands below your replies, above the signature of the brand. Plain text.',
    preview: 'What customers read below a reply',
    brandSignature: 'The signature of the brand follows here.',
    failed: 'Your profile could not be read.',
    safe: 'Nothing has changed.',
  },
  availability: {
    lead: 'For a holiday, or days away. For a break, the switch at the foot of the rail is enough.',
    failed: 'Your absences could not be read.',
    safe: 'Nothing has changed.',
    forbidden:
      'Routing gives you no cases, so nobody has to stand in for you. An administrator can change it in your role.',
  },
  language: 'Language',
  languageHelp: 'The console loads anew in the language that you choose. Drafts are safe.',
  languages: { en: 'English', de: 'Deutsch' },
  asBrowser: (what: string) => `As the browser: ${what}`,
  timeZone: 'Time zone',
  timeZoneHelp: (example: string) => `Times are written in it: ${example}. The console loads anew.`,
  theme: 'Theme',
  density: 'Rows of lists',
  notifications: {
    caption: 'What calls you, and how',
    kind: 'When',
    ways: { inApp: 'In the list', browser: 'Browser', sound: 'Sound' },
    way: (kind: string, way: string) => `${kind}: ${way}`,
    kinds,
    off: 'A kind with everything switched off is not kept for you at all.',
    allowTitle: 'This browser may not show notifications yet.',
    allowHelp: 'They appear when the console is not in front, and lead to the case.',
    allow: 'Allow notifications',
    denied: 'This browser refuses notifications of this page. Allow them in its settings for this site.',
    unknown: 'This browser can show no notifications here: that takes a secure connection (https).',
    quiet: 'Quiet',
    quietWhileAway: 'While I take no new cases',
    quietWhileAwayHelp: 'News wait in the list: nothing rings, nothing pops up.',
    quietWhileWriting: 'While I write',
    quietWhileWritingHelp: 'Nothing rings or pops up while the cursor is in a text.',
    tryOut: 'Hear the sound',
  },
  writing: {
    sendChoice: 'The send button',
    sendChoices: sendChoice,
    sendChoiceHelp: 'The other ways stay one key away.',
    afterSend: 'After a reply',
    afterSends: afterSend,
    confirm: 'Ask before a very short reply goes out',
    confirmHelp: 'A reply that left too early is most often a short one.',
    below: 'Fewer characters than',
    macros: 'My macros: words and changes that I need again and again',
    belowFault: 'Write a whole number from 1 to 500.',
  },
});
