import type { Sentences } from './sentences.ts';

/** What the desk says of Salesforce, its set-up included. What Salesforce says itself stays in its words. */
const whole: Readonly<Record<string, string>> = {
  'The desk cannot reach Salesforce at the moment.': 'Bureau erreicht Salesforce gerade nicht.',
  'Give every choice of the desk once.': 'Geben Sie jede Auswahlmöglichkeit von Bureau einmal an.',
  'Choose each status once.': 'Wählen Sie jeden Status einmal.',
  'Choose at least one status.': 'Wählen Sie mindestens einen Status.',
  'Write what is posted.': 'Schreiben Sie, was gepostet wird.',
  'A post mentions at most 25 users.': 'Ein Beitrag erwähnt höchstens 25 Benutzer.',
  'Name every field once.': 'Nennen Sie jedes Feld einmal.',
  'Give a field such as Name or Owner.Name.': 'Geben Sie ein Feld an, etwa Name oder Owner.Name.',
  'Choose at least one field.': 'Wählen Sie mindestens ein Feld.',
  'The calls that Salesforce allows in 24 hours are used up.':
    'Die Aufrufe, die Salesforce in 24 Stunden erlaubt, sind aufgebraucht.',
  'The settings of this object do not let new records go this way.':
    'Die Einstellungen dieses Objekts lassen neue Datensätze nicht in diese Richtung.',
  'The conditions of this object do not let it go.': 'Die Bedingungen dieses Objekts lassen ihn nicht hinüber.',
  'Somebody has taken the two records apart.': 'Jemand hat die beiden Datensätze getrennt.',
  'It was deleted on the other side.': 'Er wurde auf der anderen Seite gelöscht.',
  'The record of the desk whose id it carries is linked to another one of Salesforce.':
    'Der Datensatz in Bureau, dessen Kennung er trägt, ist mit einem anderen in Salesforce verknüpft.',
  'Several records of Salesforce have this name or address: link the right one by hand.':
    'Mehrere Datensätze in Salesforce haben diesen Namen oder diese Adresse: Verknüpfen Sie den richtigen von Hand.',
  'Several records of the desk have this name or address: link the right one by hand.':
    'Mehrere Datensätze in Bureau haben diesen Namen oder diese Adresse: Verknüpfen Sie den richtigen von Hand.',
  'The desk needs a customer here: choose a contact in Salesforce that is linked.':
    'Bureau braucht hier einen Kunden: Wählen Sie in Salesforce einen Kontakt, der verknüpft ist.',
  'The customer or the company that it belongs to could not be linked: see there.':
    'Der Kunde oder die Firma, zu der er gehört, ließ sich nicht verknüpfen: Sehen Sie dort nach.',
  'The desk could not read or keep this row; its own log says more.':
    'Bureau konnte diesen Datensatz nicht lesen oder behalten; das eigene Protokoll sagt mehr.',
  'It was deleted in Salesforce.': 'Er wurde in Salesforce gelöscht.',
  'Two linked records were merged in Salesforce: merge those of the desk too.':
    'Zwei verknüpfte Datensätze wurden in Salesforce zusammengeführt: Führen Sie auch die in Bureau zusammen.',
  'The desk got no answer to this and found it in Salesforce later.':
    'Bureau bekam hierauf keine Antwort und fand es später in Salesforce.',
  'Several records of the desk could be this one: link the right one by hand.':
    'Mehrere Datensätze in Bureau könnten dieser sein: Verknüpfen Sie den richtigen von Hand.',
  'The record of the desk that matches is linked to another one of Salesforce.':
    'Der passende Datensatz in Bureau ist mit einem anderen in Salesforce verknüpft.',
  'Several records of Salesforce could be this one: link the right one by hand.':
    'Mehrere Datensätze in Salesforce könnten dieser sein: Verknüpfen Sie den richtigen von Hand.',
  'The record of Salesforce that matches is linked to another one of the desk.':
    'Der passende Datensatz in Salesforce ist mit einem anderen in Bureau verknüpft.',
  'Nine tenths of the calls that Salesforce allows in 24 hours are used: it goes on by itself when there are more again.':
    'Neun Zehntel der Aufrufe, die Salesforce in 24 Stunden erlaubt, sind aufgebraucht: Es geht von selbst weiter, wenn wieder welche frei sind.',
  'Salesforce did not answer as it should: it goes on by itself.':
    'Salesforce hat nicht geantwortet, wie es soll: Es geht von selbst weiter.',
  'The database of the desk was not there for it: it goes on by itself.':
    'Die Datenbank von Bureau stand dafür nicht bereit: Es geht von selbst weiter.',
  'No organisation of Salesforce is connected.': 'Es ist keine Organisation von Salesforce verbunden.',
  'The sync is off: turn it on, and it goes on.': 'Der Abgleich ist aus: Schalten Sie ihn ein, dann geht es weiter.',
  'The sync is paused: resume it, and it goes on.':
    'Der Abgleich ist pausiert: Setzen Sie ihn fort, dann geht es weiter.',
  'Salesforce does not let the desk in any more: connect again, and it goes on.':
    'Salesforce lässt Bureau nicht mehr hinein: Verbinden Sie erneut, dann geht es weiter.',
  'Another organisation is connected by now: look again what would happen.':
    'Inzwischen ist eine andere Organisation verbunden: Sehen Sie noch einmal nach, was geschähe.',
  'The desk could not go on; its own log says why.':
    'Bureau konnte nicht weitermachen; das eigene Protokoll sagt warum.',
  'Salesforce did not answer in time.': 'Salesforce hat nicht rechtzeitig geantwortet.',
  'Salesforce answered with a page instead of data.': 'Salesforce antwortete mit einer Seite statt mit Daten.',
  'Salesforce answered with something that is no answer.': 'Salesforce antwortete etwas, das Bureau nicht versteht.',
  'Salesforce answered with no keys.': 'Salesforce gab keine Schlüssel heraus.',
  'Salesforce refuses the access that it has just given: check the policies of the app there.':
    'Salesforce lehnt den Zugang ab, den es eben gab: Prüfen Sie dort die Richtlinien der App.',
  'Salesforce gave no key to renew the access with (scope refresh_token).':
    'Salesforce gab keinen Schlüssel, mit dem sich der Zugang erneuern lässt (Bereich refresh_token).',
  'The last renewal of the access never ended (its answer was lost, or the desk was stopped), and Salesforce does not accept the old key any more.':
    'Die letzte Erneuerung des Zugangs kam nie zum Ende (die Antwort ging verloren, oder Bureau wurde angehalten), und Salesforce nimmt den alten Schlüssel nicht mehr an.',
  'Salesforce does not say which organisation this is: let the user see the organisation and himself.':
    'Salesforce sagt nicht, welche Organisation das ist: Lassen Sie den Benutzer die Organisation und sich selbst sehen.',
  'Write the address of your organisation, such as https://acme.my.salesforce.com.':
    'Geben Sie die Adresse Ihrer Organisation an, etwa https://acme.my.salesforce.com.',
  'Choose a record type that the user may create records with.':
    'Wählen Sie einen Datensatztyp, mit dem der Benutzer Datensätze anlegen darf.',
  'Choose a custom field of this object that is in use.':
    'Wählen Sie ein eigenes Feld dieses Objekts, das in Gebrauch ist.',
  'Choose a value that the field of the desk has.': 'Wählen Sie einen Wert, den das Feld in Bureau hat.',
  'Let the user use the API (API Enabled). Professional Edition has it as an extra: ask the account manager.':
    'Lassen Sie den Benutzer die API verwenden (API Enabled). Bei der Professional Edition ist sie ein Zusatz: Fragen Sie Ihren Ansprechpartner bei Salesforce.',
  'Let the user have a record type of person accounts; customers are created with it.':
    'Geben Sie dem Benutzer einen Datensatztyp für Personen-Accounts; mit ihm werden Kunden angelegt.',
  'Give the user the permission Edit Case Comments, so that notes can be corrected.':
    'Geben Sie dem Benutzer die Berechtigung Edit Case Comments, damit Notizen berichtigt werden können.',
  'Turn feed tracking on for Case, so that the desk can post to its feed.':
    'Schalten Sie die Feedverfolgung für Case ein, damit Bureau in dessen Feed schreiben kann.',
  'Allow the app the scope refresh_token and connect again; the access ends with the session otherwise.':
    'Erlauben Sie der App den Bereich refresh_token, und verbinden Sie erneut; sonst endet der Zugang mit der Sitzung.',
  'See that sessions are not locked to the IP address they began at, and that nobody is logged out by force when they time out.':
    'Sorgen Sie dafür, dass Sitzungen nicht an die IP-Adresse gebunden sind, an der sie begannen, und dass niemand bei ihrem Ablauf abgemeldet wird.',
};

const doings: Readonly<Record<string, string>> = { see: 'sehen', read: 'lesen', create: 'anlegen', edit: 'bearbeiten' };

/** E.g. "read, create and edit". */
function done(english: string): string {
  return english.replaceAll(/[a-z]+/g, (word) => (word === 'and' ? 'und' : (doings[word] ?? word)));
}

/** A sentence of the desk in German; Salesforce's own stays as it is. */
const said = (english: string): string => whole[english] ?? around(english);

/** Sentences around what Salesforce or the network said. */
function around(english: string): string {
  return english
    .replace(/^Salesforce cannot be reached \((\w+)\)\.$/, 'Salesforce ist nicht erreichbar ($1).')
    .replace(
      /^Salesforce does not let the desk in any more \((.+)\)\.$/s,
      'Salesforce lässt Bureau nicht mehr ein ($1).',
    );
}

const types: Readonly<Record<string, string>> = {
  'a text': 'einem Text',
  'a list': 'einer Liste',
  'a field of yes or no': 'einem Ja-Nein-Feld',
  'a date': 'einem Datum',
};

export const salesforceSentencesGerman: Sentences = {
  whole,
  naming: [
    [/^Salesforce said: (.+)$/s, (words = '') => `Salesforce sagt: ${words}`],
    [/^(Salesforce cannot be reached \(\w+\)\.)$/, (words = '') => said(words)],
    [
      /^(Salesforce cannot be reached \(\w+\)\.) The desk tries again by itself\.$/,
      (words = '') => `${said(words)} Bureau versucht es von selbst noch einmal.`,
    ],
    [
      /^(.+) Connect the organisation again; what changes meanwhile goes across then\.$/s,
      (words = '') =>
        `${said(words)} Verbinden Sie die Organisation erneut; was sich inzwischen ändert, wird dann abgeglichen.`,
    ],
    [
      /^The calls that Salesforce allows in 24 hours are used up\. The desk tries again by itself\.$/,
      () =>
        'Die Aufrufe, die Salesforce in 24 Stunden erlaubt, sind aufgebraucht. Bureau versucht es von selbst noch einmal.',
    ],
    [
      /^This is the address of a page; sign-ins happen at (\S+)\. Write that one\.$/,
      (url = '') => `Das ist die Adresse einer Seite; angemeldet wird sich unter ${url}. Geben Sie diese an.`,
    ],
    [
      /^Let the user (see|edit) the field (\S+) of (\S+)\.$/,
      (doing = '', field = '', object = '') =>
        `Lassen Sie den Benutzer das Feld ${field} von ${object} ${done(doing)}.`,
    ],
    [
      /^Let the user ([a-z, ]+) records of (\S+)\.$/,
      (doing = '', object = '') => `Lassen Sie den Benutzer Datensätze von ${object} ${done(doing)}.`,
    ],
    [
      /^Let the user view and modify all records of (\S+), also those of others\.$/,
      (object = '') =>
        `Lassen Sie den Benutzer alle Datensätze von ${object} sehen und bearbeiten, auch die von anderen.`,
    ],
    [
      /^Add the value (.+) to (Status|Priority|Origin) of Case\.$/,
      (value = '', field = '') => `Fügen Sie bei ${field} von Case den Wert ${value} hinzu.`,
    ],
    [
      /^Choose the record type of new records of (\S+) in the settings; the user has several\.$/,
      (object = '') =>
        `Wählen Sie in den Einstellungen den Datensatztyp für neue Datensätze von ${object}; der Benutzer hat mehrere.`,
    ],
    [
      /^Let the user have the record type that is chosen for new records of (\S+), or choose another one in the settings\.$/,
      (object = '') =>
        `Geben Sie dem Benutzer den Datensatztyp, der für neue Datensätze von ${object} gewählt ist, oder wählen Sie in den Einstellungen einen anderen.`,
    ],
    [
      /^Make (\S+) on (\S+): Text, 36 characters, External ID, Unique \(case sensitive\), and let the user edit it\. .+$/,
      (field = '', object = '') =>
        `Legen Sie bei ${object} das Feld ${field} an: Text, 36 Zeichen, External ID, Unique (case sensitive), und lassen Sie den Benutzer es bearbeiten. Ohne es werden Datensätze an Name oder E-Mail-Adresse erkannt.`,
    ],
    [
      /^Salesforce has no field (\S+) on (\S+) that the user may see\.$/,
      (field = '', object = '') => `Salesforce hat bei ${object} kein Feld ${field}, das der Benutzer sehen darf.`,
    ],
    [
      /^Salesforce has no field (\S+) on (\S+) any more, or the user may not see it\.$/,
      (field = '', object = '') =>
        `Salesforce hat bei ${object} kein Feld ${field} mehr, oder der Benutzer darf es nicht sehen.`,
    ],
    [/^(\S+) is of the type (.+) now\.$/, (field = '', type = '') => `${field} ist jetzt vom Typ ${type}.`],
    [
      /^(.+) is of the type (.+), which goes with (.+), not with (.+)\.$/,
      (field = '', type = '', right = '', wrong = '') =>
        `${field} ist vom Typ ${type} und passt zu ${types[right] ?? right}, nicht zu ${types[wrong] ?? wrong}.`,
    ],
    [/^The user may not edit (\S+) any more\.$/, (field = '') => `Der Benutzer darf ${field} nicht mehr bearbeiten.`],
    [
      /^The user may not edit (.+) there; let it only come to the desk\.$/,
      (field = '') => `Der Benutzer darf ${field} dort nicht bearbeiten; lassen Sie es nur zu Bureau kommen.`,
    ],
    [
      /^The user may not see (\S+) of (\S+); the other fields go on\.$/,
      (field = '', object = '') =>
        `Der Benutzer darf ${field} von ${object} nicht sehen; die anderen Felder laufen weiter.`,
    ],
    [
      /^The user may not edit (\S+) of (\S+); it only comes to the desk\.$/,
      (field = '', object = '') => `Der Benutzer darf ${field} von ${object} nicht bearbeiten; es kommt nur zu Bureau.`,
    ],
    [/^(.+) cannot be mapped\. .+$/, (field = '') => `${field} lässt sich nicht zuordnen.`],
    [
      /^Choose a value that (.+) has in Salesforce\.$/,
      (field = '') => `Wählen Sie einen Wert, den ${field} in Salesforce hat.`,
    ],
    [
      /^The Salesforce organisation (.+) must be connected again\. (.+)$/s,
      (name = '', rest = '') => `Die Salesforce-Organisation ${name} muss erneut verbunden werden. ${again(rest)}`,
    ],
    [
      /^The Salesforce organisation (.+) does not answer\. (.+) The desk tries again by itself\.$/s,
      (name = '', words = '') =>
        `Die Salesforce-Organisation ${name} antwortet nicht. ${said(words)} Bureau versucht es von selbst noch einmal.`,
    ],
    [
      /^The Salesforce organisation (.+) answers again\.$/,
      (name = '') => `Die Salesforce-Organisation ${name} antwortet wieder.`,
    ],
  ],
};

/** What stands behind the name in the system log. */
function again(english: string): string {
  const ending = ' Connect the organisation again; what changes meanwhile goes across then.';
  const words = said(english.replace(ending, ''));
  return `${words} Verbinden Sie die Organisation erneut; was sich inzwischen ändert, wird dann abgeglichen.`;
}
