import type { Sentences } from './sentences.ts';

/** What the desk says of X and Facebook. What these say themselves stays in their words. */
const whole: Readonly<Record<string, string>> = {
  'X cannot be reached.': 'X ist nicht erreichbar.',
  'X broke off in the middle of its answer.': 'X hat mitten in der Antwort abgebrochen.',
  'X gave access for two hours only (offline.access was not granted).':
    'X gab nur für zwei Stunden Zugang (offline.access wurde nicht erlaubt).',
  'The last renewal of the access never ended (its answer was lost, or the desk was stopped), and X does not accept the old key any more.':
    'Die letzte Erneuerung des Zugangs kam nie zum Ende (die Antwort ging verloren, oder Bureau wurde angehalten), und X nimmt den alten Schlüssel nicht mehr an.',
  'Facebook answered something that the desk does not understand.':
    'Facebook antwortete etwas, das Bureau nicht versteht.',
  'Facebook does not accept the token of this page any more.':
    'Facebook nimmt den Schlüssel dieser Seite nicht mehr an.',
};

/** A sentence of the desk in German; a network's own stays as it is. */
function said(english: string): string {
  const [, network, status] = /^(X|Facebook) answered with status (\d+)\.$/.exec(english) ?? [];
  if (network !== undefined) return `${network} antwortete mit dem Status ${status}.`;
  if (/^Facebook cannot be reached \(.*\)\.$/.test(english)) return 'Facebook ist nicht erreichbar.';
  return whole[english] ?? english;
}

/** An account as the log names it. */
function account(english: string): string {
  return english
    .replace(/ on X$/, ' auf X')
    .replace(/^(T|t)he Facebook page /, (_, first) => (first === 'T' ? 'Die Facebook-Seite ' : 'die Facebook-Seite '));
}

/** What the system log says of accounts; before what it says of them in their own words. */
const logged: Sentences['naming'] = [
  [
    /^(.+) must be connected again\. (.+) Connect the account again; what was said meanwhile is fetched then\.$/,
    (who = '', words = '') =>
      `${account(who)} muss neu verbunden werden. ${said(words)} Was inzwischen gesagt wurde, wird dann nachgeholt.`,
  ],
  [
    /^(.+) cannot be read\. The app's plan at the network is used up\. (.+) The desk tries again by itself\.$/,
    (who = '', words = '') =>
      `${account(who)} kann nicht gelesen werden. Das Kontingent der App im Netzwerk ist aufgebraucht. ${said(words)} Bureau versucht es von selbst wieder.`,
  ],
  [
    /^(.+) cannot be read\. (.+) The desk tries again by itself\.$/,
    (who = '', words = '') =>
      `${account(who)} kann nicht gelesen werden. ${said(words)} Bureau versucht es von selbst wieder.`,
  ],
  [/^(.+) is read again\.$/, (who = '') => `${account(who)} wird wieder gelesen.`],
  [
    /^(.+) tells us nothing by itself any more: (.+) The desk asks from time to time instead\.$/,
    (who = '', words = '') =>
      `${account(who)} meldet sich nicht mehr von selbst: ${said(words)} Bureau fragt stattdessen von Zeit zu Zeit nach.`,
  ],
  [
    /^The access to (.+) could not be given back\. (.+) It is forgotten here; take it away in the settings of the account at the network\.$/,
    (who = '', words = '') =>
      `Der Zugang zu ${account(who)} konnte nicht zurückgegeben werden. ${said(words)} Hier ist er vergessen; nehmen Sie ihn in den Einstellungen des Kontos im Netzwerk weg.`,
  ],
  [
    /^X does not tell at once what is said about search terms\. (.+) The desk looks for them every two minutes instead\.$/,
    (words = '') =>
      `X meldet nicht sofort, was über Suchbegriffe gesagt wird. ${said(words)} Bureau sucht stattdessen alle zwei Minuten danach.`,
  ],
  [
    /^Something that came to (.+) could not be read\. It is kept as received: open it on the Intake page and run it again\.$/,
    (who = '') =>
      `Etwas, das an ${account(who)} kam, konnte nicht gelesen werden. Es ist aufbewahrt, wie es kam: Öffnen Sie es im Eingangsprotokoll und lassen Sie es noch einmal durchlaufen.`,
  ],
];

export const networkSentencesGerman: Sentences = {
  whole: {
    ...whole,
    'X tells at once again what is said about search terms.':
      'X meldet wieder sofort, was über Suchbegriffe gesagt wird.',
  },
  naming: [
    ...logged,
    [
      /^(.+) Connect the account again; what was said meanwhile is fetched then\.$/,
      (words = '') => `${said(words)} Verbinden Sie das Konto neu; was inzwischen gesagt wurde, wird dann nachgeholt.`,
    ],
    [
      /^The app's plan at the network is used up\. (.+) The desk tries again by itself\.$/,
      (words = '') =>
        `Das Kontingent der App im Netzwerk ist aufgebraucht. ${said(words)} Bureau versucht es von selbst wieder.`,
    ],
    [/^(.+) The desk tries again by itself\.$/, (words = '') => `${said(words)} Bureau versucht es von selbst wieder.`],
    [
      /^X lets this account do that again in (\d+) minutes?\.$/,
      (minutes = '') => `X lässt dieses Konto das in ${minutes} Min. wieder tun.`,
    ],
  ],
};
