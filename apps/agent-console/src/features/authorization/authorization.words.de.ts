import type { authorizationWords } from './authorization.words.ts';

export const authorizationGerman: typeof authorizationWords = {
  title: 'Eine Anwendung zulassen?',
  asks: (application) => `„${application}“ möchte in Bureau für Sie handeln.`,
  may: 'Was sie darf',
  chosen: (count, all) => `${count} von ${all} gewählt`,
  mayHelp:
    'Sie tut nie mehr, als Sie selbst dürfen, und nur an dem, was Sie sehen. Unter Konto › Sitzungen können Sie das jederzeit beenden.',
  careful: 'Lassen Sie das weg, wenn Sie nicht wissen, dass sie es braucht.',
  back: (site) => `Danach kommen Sie zu ${site} zurück.`,
  byCode: 'Sie erhalten einen Code, den Sie in die Anwendung schreiben.',
  signedIn: (name) => `Angemeldet als ${name}`,
  signOut: 'Sie sind jemand anderes? Abmelden',
  allow: 'Zulassen',
  deny: 'Ablehnen',
  website: 'Internetseite',
  support: 'Hilfe dazu',
  failed: 'Die Anfrage konnte nicht geladen werden.',
  safe: 'Nichts wurde zugelassen.',
  offline: 'Bureau ist nicht erreichbar; nichts wurde zugelassen. Versuchen Sie es erneut.',
  codeTitle: 'Schreiben Sie diesen Code in die Anwendung',
  code: 'Zahlen und Buchstaben',
  codeHelp: (application) =>
    `Er gilt zehn Minuten. Geben Sie ihn nur „${application}“: Wer ihn hat, könnte für Sie handeln.`,
  leaving: (site) => `Zugelassen. Es geht zurück zu ${site} …`,
  deniedTitle: 'Nicht zugelassen',
  denied: 'Die Anwendung darf nicht für Sie handeln. Sie hat nichts von Ihnen bekommen.',
  return: (site) => `Zurück zu ${site}`,
  goneTitle: 'Diese Anfrage ist vorbei',
  gone: 'Sie ist zu alt oder schon beantwortet. Beginnen Sie in der Anwendung von vorn.',
  desk: 'Zu Bureau',
};
