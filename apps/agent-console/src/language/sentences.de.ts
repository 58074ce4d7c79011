import { networkSentencesGerman } from './network-sentences.de.ts';
import { automationSentencesGerman } from './automation-sentences.de.ts';
import { heardSentencesGerman } from './heard-sentences.de.ts';
import { integrationSentencesGerman } from './integration-sentences.de.ts';
import { postingSentencesGerman } from './posting-sentences.de.ts';
import { salesforceSentencesGerman } from './salesforce-sentences.de.ts';
import type { Sentences } from './sentences.ts';
import { wholeSentencesGerman } from './whole-sentences.de.ts';

const figure = (english: string): string => english.replaceAll(',', '.');

const things: Readonly<Record<string, string>> = {
  characters: 'Zeichen',
  choices: 'Auswahlmöglichkeiten',
  'messages at once': 'Nachrichten auf einmal',
  'notes at once': 'Notizen auf einmal',
  'cases at once': 'Fälle auf einmal',
  'fields at once': 'Felder auf einmal',
  domains: 'Domains',
  messages: 'Nachrichten',
  colleagues: 'Personen aus dem Team',
  files: 'Dateien',
  languages: 'Sprachen',
  recipients: 'Empfänger',
  conditions: 'Bedingungen',
  'conditions in all groups together': 'Bedingungen in allen Gruppen zusammen',
  values: 'Werte',
  digits: 'Ziffern',
  permission: 'Berechtigung',
  'requests a minute': 'Anfragen je Minute',
  'request a minute': 'Anfrage je Minute',
  hour: 'Stunde',
  minutes: 'Minuten',
  pixels: 'Pixel',
  roles: 'Rollen',
};

const nouns: Readonly<Record<string, string>> = {
  label: 'Kein Etikett',
  role: 'Keine Rolle',
  group: 'Keine Gruppe',
  brand: 'Keine Marke',
  user: 'Kein Benutzer',
  message: 'Keine Nachricht',
  note: 'Keine Notiz',
  filter: 'Kein Filter',
};

/** What contracts and the desk say about input. */
export const sentencesGerman: Sentences = {
  whole: {
    ...wholeSentencesGerman,
    ...integrationSentencesGerman.whole,
    ...automationSentencesGerman.whole,
    ...networkSentencesGerman.whole,
    ...salesforceSentencesGerman.whole,
    ...heardSentencesGerman.whole,
    ...postingSentencesGerman.whole,
  },
  naming: [
    ...heardSentencesGerman.naming,
    ...integrationSentencesGerman.naming,
    ...automationSentencesGerman.naming,
    ...networkSentencesGerman.naming,
    ...salesforceSentencesGerman.naming,
    ...postingSentencesGerman.naming,
    [/^(?:At most|Use at most) ([\d,]+)\.$/, (count = '') => `Höchstens ${figure(count)}.`],
    [/^At least ([\d,]+)\.$/, (count = '') => `Mindestens ${figure(count)}.`],
    [
      /^(?:At most|Use at most) ([\d,]+) ([a-z ]+)\.$/,
      (count = '', what = '') => `Höchstens ${figure(count)} ${things[what] ?? what}.`,
    ],
    [
      /^(?:At least|Use at least|Write at least) ([\d,]+) ([a-z ]+)\.$/,
      (count = '', what = '') => `Mindestens ${figure(count)} ${things[what] ?? what}.`,
    ],
    [/^It overlaps with (\S+) to (\S+)\.$/, (from = '', to = '') => `Das überschneidet sich mit ${from} bis ${to}.`],
    [/^You cannot allow this: (.+)\.$/, (what = '') => `Das können Sie nicht erlauben: ${what}.`],
    [/^Name at least one recipient\.$/, () => 'Nennen Sie mindestens einen Empfänger.'],
    [/^Name at least one .+\.$/, () => 'Ändern Sie mindestens ein Feld.'],
    [/^Say one of .+\.$/, () => 'Wählen Sie eine der Möglichkeiten.'],
    [
      /^Groups lie at most (\d+) deep; give a condition here\.$/,
      (depth = '') => `Gruppen liegen höchstens ${depth} tief.`,
    ],
    [/^Give the .+\.$/, () => 'Hier fehlt eine Angabe.'],
    [
      /^Write the name of the (.+) server\.$/,
      (what = '') => `Geben Sie den Namen des ${what.toUpperCase()}-Servers an.`,
    ],
    [/^Write the .+\.$/, () => 'Hier fehlt eine Angabe.'],
    [
      /^The same mail came before, to (.+) \(item (\d+)\)\.$/,
      (address = '', item = '') => `Dieselbe Mail kam schon an ${address} an (Eingang ${item}).`,
    ],
    [
      /^The server does not accept the user name or the password\. .+$/,
      () =>
        'Der Server nimmt Benutzernamen oder Passwort nicht an. Berichtigen Sie sie in den Einstellungen des Postfachs.',
    ],
    [
      /^There is no folder (.+) on the server\. .+$/,
      (folder = '') =>
        `Den Ordner ${folder} gibt es auf dem Server nicht. Wählen Sie einen anderen in den Einstellungen des Postfachs.`,
    ],
    [
      /^There is no server named (\S+)\. .+$/,
      (host = '') =>
        `Einen Server namens ${host} gibt es nicht. Berichtigen Sie den Namen in den Einstellungen des Postfachs.`,
    ],
    [
      /^Nothing answers at (\S+)\. Check name and port, and whether the server runs\.$/,
      (host = '') => `Unter ${host} antwortet nichts. Prüfen Sie Name und Port, und ob der Server läuft.`,
    ],
    [
      /^The certificate of (\S+) cannot be trusted \((.+)\)\. .+$/s,
      (host = '', why = '') =>
        `Dem Zertifikat von ${host} ist nicht zu trauen (${why}). Fragen Sie den Anbieter, oder berichtigen Sie den Namen des Servers.`,
    ],
    [/^(\S+:\d+) does not answer in time\.$/, (host = '') => `${host} antwortet nicht rechtzeitig.`],
    [/^([\w.-]+) says: (.+)$/s, (host = '', said = '') => `${host} sagt: ${said}`],
    [/^The customer (.+) \(\d+\) is blocked\.$/, (name = '') => `${name} ist gesperrt.`],
    [/^(.+) dismissed it\.$/, (name = '') => `${name} hat es verworfen.`],
    [/^It could not be read: (.+)$/s, (reason = '') => `Sie konnte nicht gelesen werden: ${reason}`],
    [/^(\S+) confirms the sender of this mail\.$/, (server = '') => `${server} bestätigt den Absender dieser Mail.`],
    [
      /^(\S+) found that the sender of this mail is forged\.$/,
      (server = '') => `${server} fand, dass der Absender dieser Mail gefälscht ist.`,
    ],
    [/^(\S+) could not check the sender\.$/, (server = '') => `${server} konnte den Absender nicht prüfen.`],
    [
      /^(\S+) found nothing that confirms the sender\.$/,
      (server = '') => `${server} fand nichts, was den Absender bestätigt.`,
    ],
    [
      /^A message was refused for good\. Its case says so; correct the address and send it again\. Case (\d+)\.$/,
      (id = '') =>
        `Eine Nachricht wurde endgültig abgelehnt. Ihr Fall zeigt es; berichtigen Sie die Adresse, und senden Sie sie noch einmal. Fall ${id}.`,
    ],
    [
      /^The receiver may or may not have taken a message: .+ settle it in its case\. Case (\d+)\.$/,
      (id = '') =>
        `Der Empfänger hat eine Nachricht vielleicht angenommen, vielleicht nicht: Die Verbindung endete ohne Antwort. Sie wird nicht von selbst noch einmal gesendet; fragen Sie den Kunden, und klären Sie es dann im Fall. Fall ${id}.`,
    ],
    [
      /^A message reached some of its recipients; others were refused\. Case (\d+)\.$/,
      (id = '') => `Eine Nachricht erreichte einige ihrer Empfänger; andere wurden abgelehnt. Fall ${id}.`,
    ],
    [
      /^The outbound mail server (.+) cannot be used: (.+) All messages wait and are tried again by themselves\.$/s,
      (server = '', reason = '') =>
        `Der Server für ausgehende Mails ${server} ist nicht zu gebrauchen: ${reason} Alle Nachrichten warten und werden von selbst wieder versucht.`,
    ],
    [
      /^The outbound mail server (.+) works again; what waited leaves as its time comes\.$/,
      (server = '') =>
        `Der Server für ausgehende Mails ${server} arbeitet wieder; was wartete, geht der Reihe nach hinaus.`,
    ],
    [/^Mail for (\S+) is fetched again\.$/, (address = '') => `Mails für ${address} werden wieder abgeholt.`],
    [
      /^Mail for (\S+) cannot be fetched\. (.+) It waits on the server\.$/s,
      (address = '', reason = '') =>
        `Mails für ${address} können nicht abgeholt werden. ${reason} Sie warten auf dem Server.`,
    ],
    [
      /^A mail in (.+) of (\S+) \(UID (\d+)\) could not be fetched\. .+$/,
      (folder = '', address = '', uid = '') =>
        `Eine Mail in ${folder} von ${address} (UID ${uid}) konnte nicht abgeholt werden. An ihrer Stelle steht ein Hinweis; lesen Sie die Mail im Postfach selbst.`,
    ],
    [
      /^A mail to (\S+) could not be read\. It is kept as received: .+$/,
      (address = '') =>
        `Eine Mail an ${address} konnte nicht gelesen werden. Sie ist aufbewahrt, wie sie kam: Öffnen Sie sie im Eingangsprotokoll, und lassen Sie sie noch einmal lesen.`,
    ],
    [
      /^(\S+) opened (\d+) cases in an hour and gets no further acknowledgement for now\. .+$/,
      (address = '', count = '') =>
        `${address} hat in einer Stunde ${count} Fälle eröffnet und bekommt vorerst keine Bestätigung mehr. Die Mails werden weiter zu Fällen.`,
    ],
    [
      /^The desk sent (\d+) acknowledgements in an hour and sends no more for now\. .+$/,
      (count = '') =>
        `Bureau hat in einer Stunde ${count} Eingangsbestätigungen gesendet und sendet vorerst keine mehr. Mails werden weiter zu Fällen.`,
    ],
    [
      /^The mail «(.+)» to (\S+) was refused: (.+)$/s,
      (subject = '', to = '', reason = '') => `Die Mail „${subject}“ an ${to} wurde abgelehnt: ${reason}`,
    ],
    [/^(.+) may not see this case\.$/, (who = '') => `${who} darf diesen Fall nicht sehen.`],
    [
      /^A case has at most (\d+) links; undo one first\.$/,
      (count = '') => `Ein Fall hat höchstens ${count} Verknüpfungen; lösen Sie zuerst eine.`,
    ],
    [
      /^Everybody can have an address at (.+); name a domain of their own\.$/,
      (domain = '') => `Bei ${domain} kann jeder eine Adresse haben; nennen Sie eine eigene Domain.`,
    ],
    [/^Only the first (\d+) words are looked for\.$/, (count = '') => `Nur die ersten ${count} Wörter werden gesucht.`],
    [
      /^People are invited at addresses of (.+) only\.$/,
      (domains = '') => `Eingeladen wird nur an Adressen von ${domains}.`,
    ],
    [
      /^There is no (\w+) "(.+)"; choose one that there is\.$/,
      (noun = '', name = '') => `${nouns[noun] ?? 'Nichts'} heißt „${name}“; wählen Sie ein anderes.`,
    ],
    [/^There is no field (.+) of this owner\.$/, (fields = '') => `Das Feld ${fields} gibt es hier nicht.`],
    [/^There is no (\w+) (.+)\.$/, (noun = '', id = '') => `${nouns[noun] ?? 'Nichts'} hat die Nummer ${id}.`],
    [
      /^This case has no (\w+) (.+)\.$/,
      (noun = '', id = '') => `${nouns[noun] ?? 'Nichts'} dieses Falls hat die Nummer ${id}.`,
    ],
    [/^Invalid input: expected .+, received undefined$/, () => 'Hier fehlt eine Angabe.'],
    [/^Invalid (?:input|option|string|key).*$/, () => 'Diese Angabe passt hier nicht.'],
    [/^Unrecognized keys?: .+$/, () => 'Diese Angabe kennt Bureau nicht.'],
    [/^Too small: expected \w+ to (?:be|have) >=?(-?\d+).*$/, (least = '') => `Mindestens ${least}.`],
    [/^Too big: expected \w+ to (?:be|have) <=?(-?\d+).*$/, (most = '') => `Höchstens ${most}.`],
    [/^"(.+)": (.+)$/, (name = '', problem = '') => `„${name}“: ${problem}`],
  ],
};
