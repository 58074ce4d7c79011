import type { signInSettingsWords } from './sign-in-settings.words.ts';

export const signInSettingsGerman: typeof signInSettingsWords = {
  title: 'Anmeldung',
  lead: 'Wie sich Personen hier anmelden. Eine Änderung gilt sofort, auch für alle, die angemeldet sind.',
  failed: 'Die Einstellungen zur Anmeldung konnten nicht geladen werden.',
  safe: 'Sie gelten unverändert.',
  passwordLength: 'Kürzestes Passwort',
  passwordHelp: 'Zeichen, mindestens 10. Gilt für neue Passwörter; bestehende bleiben gültig.',
  twoFactor: 'Alle brauchen einen zweiten Faktor',
  twoFactorHelp:
    'Wer keinen hat, kann ab dem nächsten Klick nur noch einen einrichten. Auch Programme mit Passwort werden ausgesperrt.',
  noRole: 'Keine Rolle verlangt von sich aus einen.',
  toRoles: 'Zu den Rollen',
  session: 'Neu anmelden nach',
  sessionHelp: 'Wie beschäftigt jemand auch ist: Dann wird wieder nach dem Passwort gefragt.',
  idle: 'Abmelden nach Untätigkeit von',
  idleHelp: 'Mindestens 15 Minuten.',
  domains: 'Nur an diese Domains einladen',
  domainsHelp: 'Eine je Zeile, etwa example.com. Nichts eingetragen: an jede Adresse. Wer schon da ist, bleibt.',
  roles: (names) => `Schon verlangt von: ${names}.`,
  unitOf: (label) => `Einheit von „${label}“`,
  units: { minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
};
