import type { Sentences } from './sentences.ts';

const figure = (english: string): string => english.replaceAll(',', '.');

const whole: Sentences['whole'] = {
  'No words are left without the missing values.': 'Ohne die fehlenden Werte bleiben keine Worte übrig.',
  'The note has no words left without the missing values.': 'Ohne die fehlenden Werte hat die Notiz keine Worte mehr.',
  'A rule is no person to assign the case to.': 'Eine Regel ist niemand, dem ein Fall zugewiesen werden kann.',
  'Nobody of the group is available.': 'Niemand aus der Gruppe ist verfügbar.',
  'Nobody who is available serves this brand.': 'Niemand, der verfügbar ist, betreut diese Marke.',
  'Nobody has answered this customer before.': 'Diesem Kunden hat noch niemand geantwortet.',
  'Say by how much, up or down.': 'Sagen Sie, um wie viel, nach oben oder nach unten.',
  'The survey of the brand is switched off.': 'Die Umfrage der Marke ist ausgeschaltet.',
  'The case is not resolved, so there is nothing to ask about yet.':
    'Der Fall ist nicht gelöst; noch gibt es nichts zu fragen.',
  'The customer has answered already.': 'Der Kunde hat schon geantwortet.',
  'The customer was asked about this resolution already.': 'Zu dieser Lösung wurde der Kunde schon gefragt.',
  'The case was merged into another one.': 'Der Fall ist in einem anderen aufgegangen.',
  'The case is spam.': 'Der Fall ist Spam.',
  'The customer is blocked.': 'Der Kunde ist gesperrt.',
  'No mailbox answers for this case.': 'Für diesen Fall antwortet kein Postfach.',
  'The last mail was imported; nobody waits for an answer to it.':
    'Die letzte Mail wurde importiert; auf eine Antwort wartet niemand.',
  'The last mail came from a machine, or wants no automatic answer.':
    'Die letzte Mail kam von einer Maschine oder will keine automatische Antwort.',
  'Whoever wrote the last mail is not who he says he is.':
    'Wer die letzte Mail schrieb, ist nicht, wer er zu sein behauptet.',
  'The customer has no e-mail address.': 'Der Kunde hat keine E-Mail-Adresse.',
  'Nobody is assigned.': 'Niemand ist zugewiesen.',
  'Follows the case already.': 'Folgt dem Fall schon.',
  'Salesforce is not connected: set up Desk Connect first.':
    'Salesforce ist nicht verbunden: Richten Sie zuerst Desk Connect ein.',
  'This is a mailbox of this desk: it would write to itself. Name another address.':
    'Das ist ein Postfach dieses Helpdesks: Es schriebe an sich selbst. Nennen Sie eine andere Adresse.',
  'This is a mailbox of this desk: it would write to itself.':
    'Das ist ein Postfach dieses Helpdesks: Es schriebe an sich selbst.',
  'Nobody is assigned who may see the case.': 'Niemand ist zugewiesen, der den Fall sehen darf.',
  'Nobody of the group may see the case.': 'Niemand aus der Gruppe darf den Fall sehen.',
  'This user works here no more, or may not see the case.':
    'Dieser Benutzer arbeitet hier nicht mehr oder darf den Fall nicht sehen.',
  'Only business rules about a message can ask for a line of its header.':
    'Nur Geschäftsregeln zu einer Nachricht können nach einer Kopfzeile fragen.',
  'Name the header, such as message.header.x-priority.': 'Nennen Sie die Kopfzeile, etwa x-priority.',
  'Name a field and its value.': 'Nennen Sie ein Feld und seinen Wert.',
  'It names no field.': 'Es nennt kein Feld.',
  'What is resolved or spam does not sleep.': 'Was gelöst oder Spam ist, wird nicht zurückgestellt.',
  'Choose a colleague.': 'Wählen Sie jemanden aus dem Team.',
  'A rule belongs to nobody: name users and groups, not «me» or «mine».':
    'Eine Regel gehört niemandem: Nennen Sie Benutzer und Gruppen, nicht „ich“ oder „meine“.',
  'The formatting is too complicated; use less of it.': 'Die Formatierung ist zu verwickelt; verwenden Sie weniger.',
  'The webhook is switched off.': 'Der Webhook ist ausgeschaltet.',
  'Its secret cannot be read; write it anew.': 'Sein Geheimnis ist nicht zu lesen; geben Sie es neu ein.',
  'The desk refused it.': 'Bureau hat es abgelehnt.',
  'Give a value.': 'Geben Sie einen Wert an.',
  'Give one value, no list.': 'Geben Sie einen Wert an, keine Liste.',
  'Give a text.': 'Geben Sie einen Text an.',
  'Give a text, or ask with is-empty.': 'Geben Sie einen Text an, oder fragen Sie mit „ist leer“.',
  'Say true or false.': 'Sagen Sie ja oder nein.',
  'Give a time with its offset, such as 2026-11-03T09:30:00+01:00.': 'Geben Sie Tag und Uhrzeit an.',
  'Give a day such as 2026-11-03.': 'Geben Sie einen Tag an.',
  'Give an earlier day.': 'Geben Sie einen früheren Tag an.',
  'Give a length of time, such as {"amount": 3, "unit": "days"}.': 'Geben Sie eine Dauer an, etwa 3 Tage.',
  'The number is too large.': 'Die Zahl ist zu groß.',
  'Give one expression; divide them with |.': 'Geben Sie einen Ausdruck an; trennen Sie mehrere mit |.',
};

const naming: Sentences['naming'] = [
  [
    /^No header has this name: at most (\d+) characters, without spaces, colons and accents\.$/,
    (count = '') => `So heißt keine Kopfzeile: höchstens ${count} Zeichen, ohne Leerzeichen, Doppelpunkt und Umlaute.`,
  ],
  [
    /^The customer was asked about this case within the last (\d+) days\.$/,
    (days = '') => `Zu diesem Fall wurde der Kunde in den letzten ${days} Tagen schon gefragt.`,
  ],
  [
    /^Nobody reads (\S+), or it is one of our own mailboxes\.$/,
    (address = '') => `${address} liest niemand, oder es ist eines unserer Postfächer.`,
  ],
  [
    /^(\S+) got (\d+) automatic answers within the hour already\.$/,
    (address = '', count = '') => `${address} hat in dieser Stunde schon ${count} automatische Antworten bekommen.`,
  ],
  [
    /^This case got (\d+) automatic answers within a day already\.$/,
    (count = '') => `Zu diesem Fall gingen an einem Tag schon ${count} automatische Antworten hinaus.`,
  ],
  [
    /^The desk sent (\d+) automatic answers within the hour already\.$/,
    (count = '') => `Bureau hat in dieser Stunde schon ${count} automatische Antworten gesendet.`,
  ],
  [/^(.+) has the case already\.$/, (name = '') => `${name} hat den Fall schon.`],
  [/^(.+) answered this customer last\.$/, (name = '') => `${name} hat diesem Kunden zuletzt geantwortet.`],
  [
    /^(.+) has the fewest cases: (\d+)\.$/,
    (name = '', count = '') => `${name} hat die wenigsten Fälle: ${figure(count)}.`,
  ],
  [/^It is the turn of (.+)\.$/, (name = '') => `${name} ist an der Reihe.`],
  [
    /^The priority is (\d+) already, and goes no (\w+)\.$/,
    (priority = '', way = '') =>
      `Die Priorität ist schon ${priority} und geht nicht ${way === 'lower' ? 'tiefer' : 'höher'}.`,
  ],
  [/^Said nothing for want of a value: (.+)\.$/s, (names = '') => `Nichts gesagt, weil ein Wert fehlt: ${names}.`],
  [
    /^Nothing proves who sent the mail, so what it says of itself was left out: (.+)\.$/s,
    (names = '') =>
      `Nichts beweist, wer die Mail gesendet hat; was sie von sich selbst sagt, wurde weggelassen: ${names}.`,
  ],
  [
    /^Rules and macros sent (\d+) mails within the hour already\.$/,
    (count = '') => `Regeln und Makros haben in dieser Stunde schon ${count} Mails gesendet.`,
  ],
  [
    /^(\S+) got (\d+) mails of rules and macros within the hour already\.$/,
    (address = '', count = '') =>
      `${address} hat in dieser Stunde schon ${count} Mails von Regeln und Makros bekommen.`,
  ],
  [
    /^Rules and macros have sent as many mails as they may in an hour, the last one to (\S+)\. .+$/,
    (address = '') =>
      `Regeln und Makros haben so viele Mails gesendet, wie sie in einer Stunde dürfen, die letzte an ${address}. Suchen Sie nach einer Regel, die sich selbst antwortet; Fälle und Antworten gehen weiter wie zuvor.`,
  ],
  [
    /^The rule «(.+)» was applied to case (\d+) (\d+) times within an hour\. It rests on this case until (.+), and goes on with all others\. .+$/s,
    (name = '', caseId = '', count = '', until = '') =>
      `Die Regel „${name}“ wurde innerhalb einer Stunde ${count}-mal auf Fall ${caseId} angewandt. Auf diesem Fall ruht sie bis ${until}; bei allen anderen arbeitet sie weiter. Wenn niemand so viel geschrieben hat, suchen Sie, was sie auslöst.`,
  ],
  [
    /^The rule «(.+)» was switched off\. (.+) Correct it, try it, then switch it on again\.$/s,
    (name = '', why = '') =>
      `Die Regel „${name}“ wurde ausgeschaltet. ${said(why)} Berichtigen Sie sie, probieren Sie sie aus, und schalten Sie sie wieder ein.`,
  ],
  [
    /^The rule «(.+)» could not be applied to case (\d+): (.+)$/s,
    (name = '', caseId = '', why = '') =>
      `Die Regel „${name}“ konnte auf Fall ${caseId} nicht angewandt werden: ${said(why)}`,
  ],
  [/^It answered with (\d+)\.$/, (status = '') => `Er antwortete mit ${status}.`],
  [
    /^(\S+) is not a public address; the operator can allow it with (\w+)\.$/,
    (host = '', setting = '') =>
      `${host} ist keine öffentliche Adresse; wer Bureau betreibt, kann sie mit ${setting} erlauben.`,
  ],
  [
    /^Nobody answered in time or at all \((.+)\)\.$/s,
    (about = '') => `Niemand antwortete rechtzeitig oder überhaupt (${about}).`,
  ],
  [
    /^The address cannot be called \((.+)\)\.$/s,
    (about = '') => `Die Adresse kann nicht aufgerufen werden (${about}).`,
  ],
  [
    /^It was called (\d+) times about this case within the hour already\.$/,
    (count = '') => `Er wurde in dieser Stunde schon ${count}-mal wegen dieses Falls aufgerufen.`,
  ],
  [
    /^A webhook was called (\d+) times about case (\d+) in an hour and is called no more about it for now: .+$/,
    (count = '', caseId = '') =>
      `Ein Webhook wurde in einer Stunde ${count}-mal wegen Fall ${caseId} aufgerufen und wird seinetwegen vorerst nicht mehr aufgerufen: Vielleicht ändert das Programm den Fall, sooft es aufgerufen wird.`,
  ],
  [
    /^Give hours from 0 to (\d+)\.$/,
    (most = '') => `Geben Sie Stunden von 0 bis ${Number(most).toLocaleString('de')} an.`,
  ],
  [/^Leave the value out: \S+ needs none\.$/, () => 'Lassen Sie den Wert weg: Hier braucht es keinen.'],
  [
    /^No header has this name: at most (\d+) characters, without spaces, colons and accents\.$/,
    (most = '') => `So heißt keine Kopfzeile: höchstens ${most} Zeichen, ohne Leerzeichen, Doppelpunkte und Akzente.`,
  ],
  [/^The expression is not right: (.+)\.$/s, (problem = '') => `Der Ausdruck stimmt nicht: ${problem}.`],
  [
    /^Only business rules can ask for (.+): it belongs to one message\.$/s,
    (field = '') => `Nach „${field}“ können nur Regeln fragen: Es gehört zu einer einzelnen Nachricht.`,
  ],
  [/^There is no field (\S+); GET .+$/, (key = '') => `Das Feld ${key} gibt es nicht mehr; wählen Sie ein anderes.`],
  [
    /^(.+) cannot be asked so; say one of .+\.$/s,
    (field = '') => `Nach „${field}“ kann so nicht gefragt werden; wählen Sie einen anderen Vergleich.`,
  ],
  [
    /^The webhook «(.+)» did not take a call in (\d+) attempts and was given up for it: (.+) Its log has the call; .+$/s,
    (name = '', attempts = '', why = '') =>
      `Der Webhook „${name}“ hat einen Aufruf in ${attempts} Versuchen nicht angenommen; er wurde aufgegeben: ${said(why)} Sein Protokoll hat den Aufruf; versuchen Sie es dort noch einmal, sobald die andere Seite arbeitet.`,
  ],
  [
    /^On case (\d+), rules led to rules more than (\d+) times\. .+$/,
    (caseId = '', times = '') =>
      `Bei Fall ${caseId} haben Regeln mehr als ${times}-mal zu Regeln geführt. Weitere wurden nicht geprüft; sehen Sie nach, warum sie einander auslösen.`,
  ],
];

/** A sentence in a sentence. */
function said(english: string): string {
  const known = whole[english];
  if (known !== undefined) return known;
  for (const [pattern, translated] of naming) {
    const caught = pattern.exec(english)?.slice(1);
    if (caught) return translated(...caught);
  }
  return english;
}

/** What the desk says about rules, actions and webhooks. */
export const automationSentencesGerman: Sentences = { whole, naming };
