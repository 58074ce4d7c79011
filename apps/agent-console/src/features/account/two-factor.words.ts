import { words } from '../../language/words.ts';

/** What is said about the second factor, on the account page and where the role demands one. */
export const twoFactorWords = words('two-factor', {
  title: 'Second factor',
  failed: 'Whether you have a second factor could not be read.',
  safe: 'How you sign in is as it was.',
  offline: 'The desk cannot be reached. Nothing has changed; try again.',
  off: {
    about:
      'After your password, the sign-in asks for six digits of an authenticator app. Whoever learns your password cannot come in with it alone.',
    setUp: 'Set up a second factor',
  },
  on: {
    since: 'On since',
    left: (count: number) => (count === 1 ? '1 recovery code left' : `${count} recovery codes left`),
    few: 'Few recovery codes are left. Make new ones before they are gone.',
    required: 'Your role demands a second factor. Whoever switches it off sets up another at once.',
    renew: 'New recovery codes',
    disable: 'Switch off',
  },
  password: {
    about: 'First your password, so that nobody who finds this screen open does it in your place.',
    label: 'Your password',
    next: 'Continue',
  },
  authenticator: {
    scan: 'Scan this with your authenticator app.',
    picture: 'QR code for the authenticator app',
    typed: 'Or type this key into it:',
    key: 'Key of the second factor',
    open: 'Open in an authenticator on this device',
    label: 'Code',
    help: 'The six digits that it shows now.',
    wrong: 'The code is wrong or was used already. Write the one that it shows now; its clock must be right.',
    confirm: 'Switch on',
  },
  codes: {
    title: 'Your recovery codes',
    about:
      'Each signs you in once, when the authenticator is not at hand. They are shown this one time: keep them where you find them without your telephone.',
    list: 'Recovery codes',
    copy: 'Copy',
    copied: 'Recovery codes copied.',
    notCopied: 'The browser did not let us copy. Download the codes, or select and copy them.',
    download: 'Download',
    file: 'bureau-recovery-codes.txt',
    fileHead: (email: string) => `Bureau: recovery codes of ${email}. Each works once.`,
    done: 'I have kept them',
  },
  proof: {
    password: 'Your password',
    code: 'Code',
    codeHelp: 'The six digits of your authenticator, or a recovery code.',
    renewTitle: 'New recovery codes',
    renewAbout: 'Those you have now stop to work.',
    renew: 'Make new codes',
    disableTitle: 'Switch the second factor off',
    disableAbout: 'From then on your password alone signs you in. Your recovery codes are lost.',
    disable: 'Switch off',
    disabled: 'The second factor is off.',
    cancel: 'Cancel',
  },
  cancel: 'Cancel',
  required: {
    title: 'Set up your second factor',
    about: (role: string) => `The role ${role} demands a second factor. The desk opens as soon as it is set up.`,
    signedInAs: (email: string) => `Signed in as ${email}.`,
    signOut: 'Sign out',
  },
});
