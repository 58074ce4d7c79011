import type { twoFactorWords } from './two-factor.words.ts';

export const twoFactorGerman: typeof twoFactorWords = {
  title: 'Zweiter Faktor',
  failed: 'Ob Sie einen zweiten Faktor haben, konnte nicht gelesen werden.',
  safe: 'Sie melden sich an wie bisher.',
  offline: 'Bureau ist nicht erreichbar. Nichts hat sich geändert; versuchen Sie es erneut.',
  off: {
    about:
      'Nach Ihrem Passwort fragt die Anmeldung nach sechs Ziffern einer Authenticator-App. Wer nur Ihr Passwort erfährt, kommt damit nicht hinein.',
    setUp: 'Zweiten Faktor einrichten',
  },
  on: {
    since: 'Eingeschaltet seit',
    left: (count) => (count === 1 ? 'Noch 1 Wiederherstellungscode' : `Noch ${count} Wiederherstellungscodes`),
    few: 'Es sind nur noch wenige Wiederherstellungscodes übrig. Erzeugen Sie neue, bevor sie aufgebraucht sind.',
    required: 'Ihre Rolle verlangt einen zweiten Faktor. Wer ihn ausschaltet, richtet sofort einen neuen ein.',
    renew: 'Neue Wiederherstellungscodes',
    disable: 'Ausschalten',
  },
  password: {
    about: 'Zuerst Ihr Passwort, damit es niemand an Ihrer Stelle tut, der diesen Bildschirm offen vorfindet.',
    label: 'Ihr Passwort',
    next: 'Weiter',
  },
  authenticator: {
    scan: 'Scannen Sie dies mit Ihrer Authenticator-App.',
    picture: 'QR-Code für die Authenticator-App',
    typed: 'Oder geben Sie diesen Schlüssel ein:',
    key: 'Schlüssel des zweiten Faktors',
    open: 'In einem Authenticator auf diesem Gerät öffnen',
    label: 'Code aus der App',
    help: 'Die sechs Ziffern, die sie jetzt zeigt.',
    wrong:
      'Der Code ist falsch oder wurde schon benutzt. Geben Sie den ein, den die App jetzt zeigt; ihre Uhr muss richtig gehen.',
    confirm: 'Einschalten',
  },
  codes: {
    title: 'Ihre Wiederherstellungscodes',
    about:
      'Mit jedem melden Sie sich einmal an, wenn der Authenticator nicht zur Hand ist. Sie werden nur dieses eine Mal gezeigt: Bewahren Sie sie dort auf, wo Sie sie auch ohne Ihr Telefon finden.',
    list: 'Wiederherstellungscodes',
    copy: 'Kopieren',
    copied: 'Wiederherstellungscodes kopiert.',
    notCopied:
      'Der Browser hat das Kopieren nicht erlaubt. Laden Sie die Codes herunter, oder markieren und kopieren Sie sie.',
    download: 'Herunterladen',
    file: 'bureau-wiederherstellungscodes.txt',
    fileHead: (email) => `Bureau: Wiederherstellungscodes von ${email}. Jeder gilt einmal.`,
    done: 'Ich habe sie aufbewahrt',
  },
  proof: {
    password: 'Ihr Passwort',
    code: 'Code aus der App',
    codeHelp: 'Die sechs Ziffern Ihres Authenticators oder ein Wiederherstellungscode.',
    renewTitle: 'Neue Wiederherstellungscodes',
    renewAbout: 'Die bisherigen gelten dann nicht mehr.',
    renew: 'Neue Codes erzeugen',
    disableTitle: 'Zweiten Faktor ausschalten',
    disableAbout: 'Von da an meldet Sie allein Ihr Passwort an. Ihre Wiederherstellungscodes gehen verloren.',
    disable: 'Ausschalten',
    disabled: 'Der zweite Faktor ist ausgeschaltet.',
    cancel: 'Abbrechen',
  },
  cancel: 'Abbrechen',
  required: {
    title: 'Richten Sie Ihren zweiten Faktor ein',
    about: (role) => `Die Rolle ${role} verlangt einen zweiten Faktor. Bureau öffnet sich, sobald er eingerichtet ist.`,
    signedInAs: (email) => `Angemeldet als ${email}.`,
    signOut: 'Abmelden',
  },
};
