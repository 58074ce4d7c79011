import type { Sentences } from './sentences.ts';

/** What the desk says of a post that it cannot send. */
export const postingSentencesGerman: Sentences = {
  whole: {
    'Only what the company says by e-mail, on X or on Facebook (direction: out) can be sent.':
      'Nur was die Firma per E-Mail, auf X oder auf Facebook sagt (direction: out), kann gesendet werden.',
    'Messenger takes files of up to 25 MB; send a link instead.':
      'Messenger nimmt Dateien bis 25 MB an; senden Sie stattdessen einen Link.',
    'This answer takes words alone; leave the file out.':
      'Diese Antwort besteht nur aus Text; lassen Sie die Datei weg.',
    'Pictures, animations and films do not go together; send them apart.':
      'Bilder, Animationen und Filme gehen nicht zusammen; senden Sie sie getrennt.',
    'The network shows it.': 'Das Netzwerk zeigt sie.',
    'Facebook’s time for private answers is over. Wait for the customer’s next message, reply in public, or write an e-mail.':
      'Die Zeit für private Antworten auf Facebook ist vorbei. Warten Sie auf die nächste Nachricht des Kunden, antworten Sie öffentlich, oder schreiben Sie eine E-Mail.',
    'X takes no text twice from one account. Change the words and send it again.':
      'X nimmt denselben Text nicht zweimal von einem Konto an. Ändern Sie die Worte, und senden Sie noch einmal.',
    'Facebook takes no text twice from one account. Change the words and send it again.':
      'Facebook nimmt denselben Text nicht zweimal von einem Konto an. Ändern Sie die Worte, und senden Sie noch einmal.',
    'X lets this account answer only people who have mentioned or quoted it. Send a direct message, or answer in the app of X.':
      'X lässt dieses Konto nur Menschen antworten, die es erwähnt oder zitiert haben. Senden Sie eine Direktnachricht, oder antworten Sie in der App von X.',
    'This person takes no direct messages from the account. Answer in public and ask for a message.':
      'Diese Person nimmt keine Direktnachrichten von dem Konto an. Antworten Sie öffentlich, und bitten Sie um eine Nachricht.',
    'X finds this text too long. Shorten it, or split it into several posts.':
      'X findet diesen Text zu lang. Kürzen Sie ihn, oder teilen Sie ihn in mehrere Beiträge auf.',
    'Another app is talking with this person on Messenger. Answer there, or take the conversation over.':
      'Eine andere App spricht gerade mit dieser Person auf Messenger. Antworten Sie dort, oder übernehmen Sie das Gespräch.',
    'This person cannot be reached on Messenger. Reply in public, or write an e-mail.':
      'Diese Person ist auf Messenger nicht erreichbar. Antworten Sie öffentlich, oder schreiben Sie eine E-Mail.',
    'The account is paused; this leaves when an administrator resumes it.':
      'Das Konto ist angehalten; dies geht hinaus, sobald ein Administrator es fortsetzt.',
    'The account must be connected again by an administrator; this leaves then.':
      'Ein Administrator muss das Konto neu verbinden; dann geht dies hinaus.',
    'The network is not configured on this desk; this leaves when it is.':
      'Das Netzwerk ist in diesem Bureau nicht eingerichtet; dies geht hinaus, sobald es das ist.',
    'The account was disconnected. Take the message back into the editor and send it from another one.':
      'Das Konto wurde getrennt. Holen Sie die Nachricht in den Editor zurück, und senden Sie sie von einem anderen.',
    'The account was removed. Take the message back into the editor and send it from another one.':
      'Das Konto wurde entfernt. Holen Sie die Nachricht in den Editor zurück, und senden Sie sie von einem anderen.',
    'The desk looks whether it stands there before it posts it again.':
      'Bureau sieht nach, ob sie dort steht, bevor es sie noch einmal sendet.',
    'The desk stopped while it posted the message; it looks what stands there before it goes on.':
      'Bureau wurde beim Senden angehalten; es sieht nach, was dort steht, bevor es weitermacht.',
  },
  naming: [
    [
      /^What this answers is not there any more: its writer or (X|Facebook) took it down\. Write in another way\.$/,
      (network = '') =>
        `Was dies beantwortet, gibt es nicht mehr: Sein Verfasser oder ${network} hat es entfernt. Schreiben Sie auf anderem Weg.`,
    ],
    [
      /^(X|Facebook) does not let this account in any more: (.+) An administrator connects it again; this leaves then\.$/,
      (network = '', said = '') =>
        `${network} lässt dieses Konto nicht mehr ein: ${said} Ein Administrator verbindet es neu; dann geht dies hinaus.`,
    ],
    [
      /^(.+) It leaves by itself when (X|Facebook) allows more\.$/,
      (said = '', network = '') => `${said} Sie geht von selbst hinaus, sobald ${network} mehr erlaubt.`,
    ],
    [/^(X|Facebook) refused it: (.+)$/, (network = '', said = '') => `${network} hat es abgelehnt: ${said}`],
    [
      /^The network takes (.+) here; leave this file out\.$/,
      (kinds = '') => `Das Netzwerk nimmt hier ${kinds} an; lassen Sie diese Datei weg.`,
    ],
    [
      /^The network takes one such file with a text; leave this one out\.$/,
      () => 'Das Netzwerk nimmt eine solche Datei mit einem Text an; lassen Sie diese weg.',
    ],
    [
      /^The network takes (\d+) such files with a text; leave this one out\.$/,
      (count = '') => `Das Netzwerk nimmt ${count} solche Dateien mit einem Text an; lassen Sie diese weg.`,
    ],
    [
      /^The network takes up to (\d+) MB of this; make it smaller\.$/,
      (size = '') => `Das Netzwerk nimmt davon bis zu ${size} MB an; verkleinern Sie die Datei.`,
    ],
  ],
};
