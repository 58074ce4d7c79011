import { formatNumber, plural } from '../../../language/format.ts';
import type { wizardWords } from './wizard.words.ts';

export const wizardGerman: typeof wizardWords = {
  title: 'Postfach hinzufügen',
  lead: 'Jeder Weg wird geprüft, bevor etwas davon abhängt. Sie können gehen und wiederkommen; nur Passwörter schreiben Sie neu.',
  trail: 'Schritte',
  places: { address: 'Adresse', in: 'Empfang', import: 'Übernahme', out: 'Versand', done: 'Hinzufügen' },
  restart: 'Von vorn beginnen',
  next: 'Weiter',
  back: 'Zurück',
  anyway: 'Trotzdem weiter',
  checkAgain: 'Erneut prüfen',
  create: 'Postfach hinzufügen',
  addressHelp: 'Die Adresse, an die Ihre Kunden schreiben.',
  taken: 'Ein anderes Postfach hat diese Adresse schon.',
  filled: (provider) => `Die Server von ${provider} sind eingetragen.`,
  appPassword: (provider) =>
    `Die Server von ${provider} sind eingetragen. Der Anbieter verlangt ein App-Passwort: Erzeugen Sie eines in den Sicherheitseinstellungen des Kontos.`,
  guessed: 'Die Namen der Server sind aus der Adresse geraten. Die Prüfung zeigt, ob sie stimmen.',
  writePassword: 'Schreiben Sie das Passwort.',
  samePassword: 'Ohne Passwort an dieser Stelle gilt das des Empfangs.',
  receive: {
    lead: 'Die Nachrichten müssen hierher geleitet werden. Tun Sie dort, wo die Adresse geführt wird, eines davon:',
    forward: (address) => `Lassen Sie den Anbieter alles, was an ${address} kommt, hierher weiterleiten.`,
    mx: 'Oder richten Sie den MX-Eintrag der Domain auf den Mailserver von Bureau.',
  },
  import: {
    label: 'Was davon wird zu Fällen?',
    nothing: 'Nichts',
    nothingMeans: 'Nur was von jetzt an kommt.',
    days: (days) => `Die letzten ${days} Tage`,
    everything: 'Alles',
    mails: (count) => `${formatNumber(count)} ${plural(count, { one: 'Nachricht', other: 'Nachrichten' })}`,
    silent:
      'Übernommene Nachrichten werden nie automatisch beantwortet. Sie bleiben im Postfach; nichts wird verschoben oder als gelesen markiert.',
    unknown: 'Der Ordner wurde nicht geprüft; wie viel darin liegt, ist nicht bekannt.',
    none: (folder) => `${folder} ist leer.`,
    found: (mails, folder, since) => `In ${folder} liegen ${mails}, die älteste vom ${since}.`,
  },
};
