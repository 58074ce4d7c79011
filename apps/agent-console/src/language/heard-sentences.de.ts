import type { Sentences } from './sentences.ts';

const whole: Sentences['whole'] = {
  'The writer begins something new.': 'Der Verfasser beginnt etwas Neues.',
  'What the company said itself comes back.': 'Was die Firma selbst gesagt hat, kommt zurück.',
  'What this desk sent comes back.': 'Was dieser Desk gesendet hat, kommt zurück.',
  'It is known already.': 'Das ist schon bekannt.',
  'Its writer changed it.': 'Der Verfasser hat es geändert.',
  'The company said it, and it answers no case: kept as context.':
    'Die Firma hat es gesagt, und es beantwortet keinen Fall: als Zusammenhang aufbewahrt.',
  'A colleague answered on the network itself.': 'Jemand aus dem Team hat im Netzwerk selbst geantwortet.',
  'It was said before the account was connected.': 'Es wurde gesagt, bevor das Konto verbunden war.',
  'Another account of the company said it.': 'Ein anderes Konto der Firma hat es gesagt.',
  'It was taken down.': 'Es wurde entfernt.',
  'It was taken down. It is part of no case.': 'Es wurde entfernt. Es gehört zu keinem Fall.',
  'It was hidden from others.': 'Es wurde vor anderen verborgen.',
  'It was hidden from others. It is part of no case.': 'Es wurde vor anderen verborgen. Es gehört zu keinem Fall.',
  'It is shown to others again.': 'Es wird anderen wieder gezeigt.',
  'It is shown to others again. It is part of no case.': 'Es wird anderen wieder gezeigt. Es gehört zu keinem Fall.',
  'The network took access to the account back.': 'Das Netzwerk hat den Zugang zum Konto zurückgenommen.',
  'A person made a case of it.': 'Jemand hat einen Fall daraus gemacht.',
  'It is for an account that this desk does not have.': 'Es ist für ein Konto, das dieser Desk nicht hat.',
  'The account was paused. What is said meanwhile is fetched when it is resumed.':
    'Das Konto war angehalten. Was inzwischen gesagt wird, wird beim Fortsetzen nachgeholt.',
  'The account was disconnected.': 'Das Konto war getrennt.',
  'A repost: nobody says anything new.': 'Ein Repost: Niemand sagt etwas Neues.',
  'Somebody likes a post.': 'Jemandem gefällt ein Beitrag.',
  'Somebody follows an account.': 'Jemand folgt einem Konto.',
  'Somebody blocks an account.': 'Jemand blockiert ein Konto.',
  'Somebody mutes an account.': 'Jemand schaltet ein Konto stumm.',
  'Somebody is typing.': 'Jemand schreibt gerade.',
  'Somebody has read a message.': 'Jemand hat eine Nachricht gelesen.',
  'Somebody joined or left a conversation.': 'Jemand hat ein Gespräch betreten oder verlassen.',
  'Somebody likes something, or does not any more.': 'Jemandem gefällt etwas, oder nicht mehr.',
  'X ends the stream.': 'X beendet den Stream.',
  'X does not show a post to us.': 'X zeigt uns einen Beitrag nicht.',
  'A post that is not published yet.': 'Ein Beitrag, der noch nicht veröffentlicht ist.',
  'Another app of the page holds this conversation.': 'Eine andere App der Seite führt dieses Gespräch.',
};

/** What nobody has taught the desk to read; it stands before the sentence that says what to do. */
const unread: Record<string, string> = {
  'Something that X sent': 'Etwas, das X gesendet hat',
  'Something that Facebook sent': 'Etwas, das Facebook gesendet hat',
  'An encrypted message: only the app of X can show it':
    'Eine verschlüsselte Nachricht: Nur die App von X kann sie zeigen',
  'An event of X': 'Ein Ereignis von X',
  'A post of X that this desk cannot read': 'Ein Beitrag von X, den dieser Desk nicht lesen kann',
  'A post of X without a writer': 'Ein Beitrag von X ohne Verfasser',
  'A direct message of X that this desk cannot read': 'Eine Direktnachricht von X, die dieser Desk nicht lesen kann',
  'A change of a page that this desk cannot read': 'Eine Änderung einer Seite, die dieser Desk nicht lesen kann',
  'A comment without an id': 'Ein Kommentar ohne Kennung',
  'A comment that this desk cannot read': 'Ein Kommentar, den dieser Desk nicht lesen kann',
  'A post of a page that this desk cannot read': 'Ein Beitrag einer Seite, den dieser Desk nicht lesen kann',
  'A message that this desk cannot read': 'Eine Nachricht, die dieser Desk nicht lesen kann',
  'A message that names nobody': 'Eine Nachricht, die niemanden nennt',
  'Something of Messenger that this desk cannot read': 'Etwas aus Messenger, das dieser Desk nicht lesen kann',
};

const concerns: Record<string, string> = {
  mentions: 'Erwähnungen',
  replies: 'Antworten',
  quotes: 'Zitate',
  searches: 'Suchen',
  'posts of visitors': 'Beiträge von Besuchern',
  'posts of the company': 'Beiträge der Firma',
  comments: 'Kommentare',
  'private messages': 'private Nachrichten',
  'such posts': 'solche Beiträge',
};

function unreadWords(what: string): string {
  const known = unread[what];
  if (known) return known;
  const [, of, name = ''] = /^(.+ that this desk does not know|An event of X without an id): (.+)$/s.exec(what) ?? [];
  if (of === undefined) return what;
  return of.startsWith('An event of X without')
    ? `Ein Ereignis von X ohne Kennung: ${name}`
    : `Etwas, das dieser Desk nicht kennt: ${name}`;
}

function place(id: string, home: string | undefined): string {
  return home === undefined ? `Fall ${id}` : `Fall ${home}, der mit Fall ${id} zusammengeführt wurde`;
}

/** What became of what X and Facebook said, and why. */
export const heardSentencesGerman: Sentences = {
  whole,
  naming: [
    [
      /^It answers a message of case (?:(\d+), merged into case )?(\d+)\.$/,
      (home, id = '') => `Es beantwortet eine Nachricht in ${place(id, home)}.`,
    ],
    [
      /^The same person goes on in the same conversation as case (?:(\d+), merged into case )?(\d+)\.$/,
      (home, id = '') => `Dieselbe Person führt das Gespräch aus ${place(id, home)} weiter.`,
    ],
    [
      /^Case (\d+) of the same conversation is (in the trash|closed for good)\.$/,
      (id = '', how = '') =>
        `Fall ${id} desselben Gesprächs ist ${how === 'in the trash' ? 'im Papierkorb' : 'endgültig geschlossen'}.`,
    ],
    [
      /^The account does not import (.+)\.$/,
      (names = '') =>
        `Das Konto holt ${names
          .split(' or ')
          .map((name) => concerns[name] ?? name)
          .join(' oder ')} nicht.`,
    ],
    [
      /^(.+)\. It is kept as it came; look at it, and dismiss it or make a case of it\.$/s,
      (what = '') =>
        `${unreadWords(what)}. Es ist aufbewahrt, wie es kam; sehen Sie es an, und verwerfen Sie es, oder machen Sie einen Fall daraus.`,
    ],
    [/^X tells of (.+)\.$/, (what = '') => `X meldet ${what}.`],
    [/^Messenger tells of (.+)\.$/, (what = '') => `Messenger meldet ${what}.`],
    [/^Of the page itself: (.+)\.$/, (what = '') => `Von der Seite selbst: ${what}.`],
    [
      /^The file (.+) could not be fetched\. Look at the post at its place\.$/s,
      (name = '') => `Die Datei ${name} war nicht zu holen. Sehen Sie sich den Beitrag an seinem Ort an.`,
    ],
    [
      /^It shows (\d+) files; (\d+) were kept\.$/,
      (all = '', kept = '') => `Es zeigt ${all} Dateien; ${kept} wurden aufbewahrt.`,
    ],
    [
      /^Something that came to (?:(@\S+) on X|the Facebook page (.+)) could not be read\. It is kept as received: open it on the Intake page and run it again\.$/s,
      (handle, page) =>
        `Etwas, das an ${!handle ? `die Facebook-Seite ${page}` : `${handle} auf X`} kam, konnte nicht gelesen werden. Es ist aufbewahrt, wie es kam: Öffnen Sie es im Eingangsprotokoll, und lassen Sie es noch einmal laufen.`,
    ],
  ],
};
