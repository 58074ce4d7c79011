import { formatNumber, plural } from '../../language/format.ts';
import type { checklistWords } from './checklist.words.ts';

export const checklistGerman: typeof checklistWords = {
  title: 'Bevor der erste Kunde schreibt',
  lead: 'Jeder Haken wird in dem nachgeschlagen, was in diesem Bureau geschehen ist.',
  progress: (done, all) => `${done} von ${all} erledigt`,
  done: 'Erledigt',
  open: 'Noch offen',
  items: {
    site: {
      title: 'Unternehmen und Zeitzone nennen',
      todo: 'Vorlagen nennen den Namen; Tage und Uhrzeiten richten sich nach der Zone.',
      done: (found) => found,
      go: 'Allgemeine Einstellungen öffnen',
    },
    mailbox: {
      title: 'Ein Postfach verbinden',
      todo: 'Kunden schreiben dorthin, und Antworten gehen von dort ab.',
      done: (found) => found,
      go: 'Postfächer öffnen',
    },
    'mail-in': {
      title: 'Eine E-Mail empfangen',
      todo: 'Schreiben Sie von Ihrer eigenen Adresse an das Postfach: Der Haken kommt, wenn die E-Mail hier ist.',
      done: (found) => `An ${found}`,
      go: 'Eingangsprotokoll öffnen',
    },
    'outbound-server': {
      title: 'Den Server für ausgehende E-Mails erreichen',
      todo: 'Er antwortet nicht:',
      done: (found) => found,
      go: 'Postfächer öffnen',
    },
    'mail-out': {
      title: 'Eine Antwort zustellen',
      todo: 'Beantworten Sie einen Fall: Der Haken kommt, wenn der Server des Empfängers die E-Mail angenommen hat.',
      done: (found) => `An ${found}`,
      go: 'Fälle öffnen',
    },
    'second-factor': {
      title: 'Das erste Administratorkonto mit einem zweiten Faktor schützen',
      todo: 'Wer dieses Passwort errät, hat das ganze Bureau.',
      done: (found) => found,
      go: 'Ihr Konto öffnen',
    },
    colleague: {
      title: 'Jemanden aus dem Team dazuholen',
      todo: 'Zwei Personen, die sich anmelden können, damit niemand allein ausgesperrt ist.',
      done: (found) => `${found} ist dabei`,
      go: 'Benutzer öffnen',
    },
    group: {
      title: 'Eine Gruppe bilden',
      todo: 'Fälle gehen an Gruppen; eine Gruppe braucht Mitglieder.',
      done: (found) => found,
      go: 'Gruppen öffnen',
    },
    filter: {
      title: 'Einen eigenen Filter speichern',
      todo: 'Die Listen, nach denen Ihr Team arbeitet, etwa was zu lange wartet.',
      done: (found) => found,
      go: 'Filter öffnen',
    },
    'business-hours': {
      title: 'Sagen, wann Sie geöffnet haben',
      todo: 'Regeln und Filter richten sich danach: bis dahin Montag bis Freitag von neun bis siebzehn Uhr.',
      done: (found) => found,
      go: 'Geschäftszeiten öffnen',
    },
    secret: {
      title: 'Das Geheimnis dieser Installation selbst verwahren',
      todo: 'BUREAU_SECRET ist nicht gesetzt: Der Schlüssel liegt neben den Daten, und eine Sicherung des einen ohne das andere ist nicht lesbar.',
      done: () => 'BUREAU_SECRET ist gesetzt',
      go: '',
    },
  },
  dismiss: 'Für alle ausblenden',
  dismissed: 'Die Checkliste ist für alle ausgeblendet.',
  notDismissed: 'Die Checkliste konnte nicht geändert werden.',
  show: 'Checkliste wieder anzeigen',
  failed: 'Die Checkliste konnte nicht geladen werden.',
  safe: 'Es wurde nichts geändert.',
  attention: {
    title: 'Braucht Aufmerksamkeit',
    none: 'Nichts braucht Sie: E-Mails kommen und gehen, und das Protokoll ist ruhig.',
    failed: 'Was Aufmerksamkeit braucht, konnte nicht geladen werden.',
    count: {
      mailboxes: (count) =>
        plural(count, { one: '1 Postfach mit Störung', other: `${formatNumber(count)} Postfächer mit Störung` }),
      'social-accounts': (count) =>
        plural(count, {
          one: '1 Konto in einem Netzwerk mit Störung',
          other: `${formatNumber(count)} Konten in Netzwerken mit Störung`,
        }),
      deliveries: (count) =>
        plural(count, {
          one: '1 Nachricht kam nicht an',
          other: `${formatNumber(count)} Nachrichten kamen nicht an`,
        }),
      intake: (count) =>
        plural(count, {
          one: '1 E-Mail wartet auf eine Entscheidung',
          other: `${formatNumber(count)} E-Mails warten auf eine Entscheidung`,
        }),
      'system-log': (count) =>
        plural(count, { one: '1 Fehler in dieser Woche', other: `${formatNumber(count)} Fehler in dieser Woche` }),
    },
  },
};
