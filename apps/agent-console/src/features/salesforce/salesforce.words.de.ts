import type { salesforceWords } from './salesforce.words.ts';

export const salesforceGerman: typeof salesforceWords = {
  title: 'Salesforce',
  lead: 'Kunden, Firmen und Fälle im Gleichschritt mit einer Organisation von Salesforce, in beide Richtungen.',
  faces: 'Desk Connect',
  overview: 'Übersicht',
  safe: 'Es wurde nichts geändert.',
  failed: 'Die Verbindung konnte nicht geladen werden.',
  states: { ok: 'Läuft', trouble: 'Störung', reconnect: 'Neu anmelden', paused: 'Angehalten' },
  outcomes: {
    connected:
      'Die Organisation ist verbunden. Sehen Sie unten, was ihr noch fehlt, und schalten Sie dann den Abgleich ein.',
    denied:
      'Wer sich angemeldet hat, war nicht einverstanden; nichts wurde verbunden. Beginnen Sie neu, wenn Sie wollen.',
    expired: 'Die Anmeldung dauerte länger als 15 Minuten. Beginnen Sie neu.',
    'other-organisation':
      'Das ist eine andere Organisation als die, mit der Datensätze verknüpft sind. Melden Sie sich bei der bisherigen an, oder trennen Sie diese und lösen Sie alle Verknüpfungen.',
    'no-api':
      'Die Edition dieser Organisation hat keine API. Lassen Sie den API-Zugang bei Salesforce ergänzen und beginnen Sie neu.',
    failed: 'Salesforce hat die Anmeldung abgelehnt. Versuchen Sie es in einigen Minuten erneut.',
    unknown: 'Diese Anmeldung ist vorbei oder wurde schon benutzt. Beginnen Sie neu.',
    'other-user': 'Jemand anderes hat diese Anmeldung begonnen. Beginnen Sie Ihre eigene.',
    'signed-out': 'Ihre Sitzung war inzwischen beendet. Beginnen Sie neu.',
  },

  connect: {
    title: 'Organisation verbinden',
    lead: 'Melden Sie sich als eigener Benutzer für den Desk an; dessen Rechte sind dort die Rechte des Desks: ein Systemadministrator oder jemand, der alle Accounts, Kontakte und Fälle sehen und ändern darf.',
    noKeys:
      'Dieser Desk hat keine Schlüssel einer App bei Salesforce. Wer ihn betreibt, setzt SF_CLIENT_ID und SF_CLIENT_SECRET; wie, steht in docs/operators.',
    callback: 'Callback-URL, die die App bei Salesforce haben muss',
    where: 'Wo Sie sich anmelden',
    hosts: { production: 'Produktion', sandbox: 'Eine Sandbox von Salesforce', 'my-domain': 'My Domain' },
    address: 'Adresse der Organisation',
    addressHelp: 'Wie acme.my.salesforce.com. Die Adresse der Lightning-Seiten ist nicht gemeint.',
    begin: 'Bei Salesforce anmelden',
    useKey: (username) => `Als ${username} verbinden`,
    notBegun: 'Die Anmeldung konnte nicht beginnen.',
  },

  organisation: {
    state: 'Zustand',
    edition: 'Edition',
    sandbox: 'Sandbox',
    isOff: 'Aus',
    user: 'Angemeldet als',
    byKey: 'mit eigenem Schlüssel',
    since: 'Verbunden',
    by: (name) => `von ${name}`,
    calls: 'Aufrufe heute',
    callsOf: (used, limit) => `${used} von ${limit}`,
    notAsked: 'noch nicht bekannt',
    people: 'Personen',
    personAccounts: 'Personenaccounts',
    contacts: 'Kontakte',
    open: 'In Salesforce öffnen',
    off: 'Der Abgleich ist aus: Nichts wird gesendet oder geholt. Schalten Sie ihn ein, wenn unten nichts mehr zu tun ist; war er schon einmal an, geht dann hinüber, was sich seither geändert hat.',
    paused:
      'Angehalten: Nichts wird gesendet oder geholt. Was sich inzwischen ändert, geht nach dem Fortsetzen hinüber.',
  },

  deeds: {
    more: 'Mehr zur Verbindung',
    enable: 'Einschalten',
    disable: 'Ausschalten',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    check: 'Jetzt prüfen',
    again: 'Neu anmelden',
    disconnect: 'Trennen …',
    enabled: 'Der Abgleich ist an. Was neu ist oder bearbeitet wird, geht hinüber.',
    disabled: 'Der Abgleich ist aus. Was sich inzwischen ändert, geht nach dem Einschalten hinüber.',
    paused: 'Der Abgleich ist angehalten.',
    resumed: 'Der Abgleich geht weiter.',
    checked: 'Salesforce antwortet.',
    disconnected: 'Die Organisation ist getrennt.',
    notDone: 'Das ging nicht.',
  },

  disconnect: {
    question: (name) => `${name} trennen?`,
    losses: ['die Schlüssel des Desks: Jemand muss sich neu anmelden, bevor Datensätze wieder abgeglichen werden'],
    stays:
      'Die Datensätze bleiben auf beiden Seiten, und der Desk merkt sich, welche zusammengehören: Dieselbe Organisation kann wieder verbunden werden.',
    confirm: 'Trennen',
  },

  links: {
    linked: (records, name) =>
      `${records} Datensätze sind noch mit ${name} verknüpft. Diese Organisation kann wieder verbunden werden; bevor es eine andere kann, müssen alle Verknüpfungen gelöst sein.`,
    remove: 'Alle Verknüpfungen lösen …',
    question: (name) => `Alle Verknüpfungen mit ${name} lösen?`,
    losses: [
      'welcher Datensatz zu welchem dort gehört: Das lässt sich nicht zurückholen',
      'was noch hinüber sollte, und Konflikte, die niemand angesehen hat',
    ],
    stays:
      'Die Datensätze bleiben auf beiden Seiten, wie sie sind, ebenso Einstellungen, Zuordnungen und der Verlauf. Wird dieselbe Organisation wieder verbunden, werden Datensätze neu zugeordnet.',
    confirm: 'Alle Verknüpfungen lösen',
    removed: 'Alle Verknüpfungen sind gelöst. Jede Organisation kann nun verbunden werden.',
  },

  preflight: {
    title: 'Was die Organisation haben muss',
    lead: 'Rechte, Werte, Datensatztypen und Felder, geprüft im Namen des Benutzers, der der Desk dort ist.',
    never: 'Noch nicht geprüft. Das geschieht von selbst, bald nachdem eine Organisation verbunden ist.',
    at: 'Geprüft',
    again: 'Erneut prüfen',
    failed: 'Die Prüfung war nicht möglich.',
    loadFailed: 'Die letzte Prüfung konnte nicht geladen werden.',
    checking: 'Salesforce wird gefragt …',
    allFine: 'Alles, was der Abgleich braucht, ist da.',
    toDo: (count) => (count === 1 ? 'Eine Sache ist zu tun' : `${count} Sachen sind zu tun`),
    advice: 'Geht, und geht besser mit',
    unknown: 'Von hier aus nicht festzustellen',
    fine: (count) => (count === 1 ? 'Eine Sache stimmt' : `${count} Sachen stimmen`),
    steps: 'Schritte für',
    lightning: 'Lightning',
    classic: 'Classic',
    verdicts: { ok: 'Stimmt', missing: 'Zu tun', advice: 'Besser mit', unknown: 'Nicht bekannt' },
    topics: {
      'api-access': 'Zugang zur API',
      scopes: 'Was bei der Anmeldung gewährt wurde',
      object: 'Objekt',
      field: 'Feld',
      'record-access': 'Datensätze, die der Benutzer sieht',
      'status-values': 'Werte von Status',
      'priority-values': 'Werte von Priorität',
      'origin-values': 'Werte der Herkunft',
      'record-types': 'Datensatztypen',
      'person-accounts': 'Personenaccounts',
      'external-id': 'Feld für die Kennung des Desks',
      'case-comments': 'Fallkommentare',
      'feed-tracking': 'Feedverfolgung',
      session: 'Sitzungseinstellungen',
    },
  },
};
