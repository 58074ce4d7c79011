import type { postReplyWords } from './post-reply.words.ts';

export const postReplyGerman: typeof postReplyWords = {
  head: 'Wie die Antwort hinausgeht',
  from: 'Von',
  account: 'Konto, das antwortet',
  audience: 'Wer es liest',
  public: { x: 'Öffentliche Antwort', facebook: 'Öffentlicher Kommentar' },
  private: { x: 'Direktnachricht', facebook: 'Private Nachricht' },
  audienceDetails: { public: 'Alle können es lesen.', private: 'Nur der Kunde liest es.' },
  to: (name) => `an ${name}`,
  states: {
    ok: '',
    trouble: 'Das Netzwerk antwortet zurzeit nicht gut',
    reconnect: 'Muss neu verbunden werden',
    paused: 'Angehalten',
    disconnected: 'Getrennt',
  },
  answers: (excerpt) => `Antwort auf „${excerpt}“`,
  answersOther: 'Antwort auf die gewählte Nachricht',
  answersLatest: 'Stattdessen auf die letzte antworten',
  byMail: 'Stattdessen per E-Mail antworten',
  onNetwork: { x: 'Stattdessen auf X antworten', facebook: 'Stattdessen auf Facebook antworten' },
  loading: 'Es wird nachgesehen, wie geantwortet werden kann …',
  failed: 'Wie geantwortet werden kann, ließ sich nicht laden. Ihr Text ist sicher.',
  retry: 'Erneut versuchen',
  noAccount: {
    x: 'Für diese Marke ist kein Konto auf X verbunden, deshalb kann dort nichts gesendet werden.',
    facebook: 'Für diese Marke ist keine Seite auf Facebook verbunden, deshalb kann dort nichts gesendet werden.',
  },
  noWay: {
    x: 'Auf X wurde nichts gesagt, worauf dies antworten könnte, und das Konto des Kunden ist nicht bekannt.',
    facebook:
      'Auf Facebook wurde nichts gesagt, worauf dieses Konto antworten könnte. Wählen Sie das Konto, an das geschrieben wurde.',
  },
  refusals: {
    'post.window-closed':
      'Facebook nimmt private Antworten sieben Tage lang nach der letzten Nachricht des Kunden an, und die sind vorbei. Antworten Sie öffentlich oder per E-Mail, oder warten Sie auf die nächste Nachricht.',
    'post.private-reply-used':
      'Facebook erlaubt eine private Antwort auf einen Kommentar, und die wurde gegeben. Antworten Sie unter dem Kommentar, oder fahren Sie fort, sobald der Kunde geantwortet hat.',
    'post.account-unavailable':
      'Dieses Konto kann nicht senden: Es ist angehalten, getrennt oder muss neu verbunden werden. Wählen Sie ein anderes Konto, oder wenden Sie sich an einen Administrator.',
  },
  otherRefusal: 'Das Netzwerk nimmt diese Antwort jetzt nicht an. Wählen Sie einen anderen Weg.',
  openAccount: 'Konto öffnen',
  span: ({ days, hours, minutes }) => {
    const inDays = days === 1 ? '1 Tag' : `${days} Tage`;
    if (days > 0) return hours > 0 ? `${inDays} ${hours} Std.` : inDays;
    return hours > 0 ? `${hours} Std. ${minutes} Min.` : `${minutes} Min.`;
  },
  window: (left) => `Kann noch ${left} beantwortet werden`,
  peopleOnly: (left) => `Jetzt dürfen nur noch Menschen antworten, noch ${left}; Makros von Hand ja, Regeln nicht`,
  left: (count) => `noch ${count} Zeichen`,
  over: (count) => `${count} Zeichen zu viel`,
  said: {
    far: '',
    near: 'Nur noch wenige Zeichen sind frei.',
    over: 'Der Text ist zu lang für einen Beitrag.',
  },
  shorten: (count) => `${count} Zeichen zu viel. Kürzen Sie den Text, um ihn zu senden.`,
  shortenOrSplit: (count) => `${count} Zeichen zu viel. Kürzen Sie den Text, oder senden Sie ihn als Thread.`,
  split: (count) => `Als Thread aus ${count} Beiträgen senden`,
  tooManyParts: 'Daraus würden mehr als 25 Beiträge. Kürzen Sie den Text.',
  parts: 'Die Beiträge des Threads',
  files: {
    'none-at-all': 'Diese Antwort nimmt nur Worte mit. Entfernen Sie die Dateien, oder antworten Sie auf anderem Weg.',
    'unknown-type': (name, types) =>
      `„${name}“ kann hier nicht gesendet werden: nur ${types}. Entfernen Sie die Datei, um zu senden.`,
    'two-kinds': 'Bilder, Animationen und Filme gehen nicht zusammen. Senden Sie sie getrennt.',
    'too-many': (most) =>
      most === 1
        ? 'Hier geht eine Datei mit einem Text. Entfernen Sie die übrigen, um zu senden.'
        : `Hier gehen höchstens ${most} Dateien mit einem Text. Entfernen Sie die übrigen, um zu senden.`,
    'too-large': (name, size) =>
      `„${name}“ ist größer als die ${size}, die hier angenommen werden. Verkleinern Sie die Datei, oder senden Sie einen Link.`,
  },
  limit: (remaining, limit) => `Das Netzwerk erlaubt diesem Konto vorerst noch ${remaining} von ${limit}`,
};
