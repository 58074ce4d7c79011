import type { permissionWords } from './permissions.words.ts';

export const permissionGerman: typeof permissionWords = {
  sections: {
    cases: 'Fälle',
    order: 'Ordnung der Fälle',
    automation: 'Was von selbst geschieht',
    knowledge: 'Was Kunden finden',
    customers: 'Kunden und Firmen',
    people: 'Personen',
    mail: 'E-Mail',
    desk: 'Bureau',
    other: 'Weiteres',
  },
  permissions: {
    'cases:view': {
      name: 'Fälle sehen',
      allows: 'Listet, durchsucht und liest die Fälle, die die Rolle sehen darf.',
    },
    'cases:create': {
      name: 'Fälle eröffnen',
      allows: 'Eröffnet einen Fall für einen Kunden.',
    },
    'cases:update': {
      name: 'Fälle ändern',
      allows: 'Ändert Status, Priorität, Zuständige, Gruppe, Etiketten und Felder; stellt zurück.',
    },
    'cases:reply': {
      name: 'Kunden antworten',
      allows: 'Schreibt Kunden und leitet Nachrichten weiter.',
    },
    'cases:note': {
      name: 'Notizen schreiben',
      allows: 'Schreibt Notizen, die nur Kollegen lesen.',
    },
    'cases:merge': {
      name: 'Fälle zusammenführen und aufteilen',
      allows: 'Führt Fälle eines Kunden zusammen, trennt sie wieder, teilt Nachrichten ab.',
    },
    'cases:bulk': {
      name: 'Viele Fälle auf einmal ändern',
      allows: 'Ändert bis zu 10.000 Fälle in einem Zug und nimmt es zurück.',
    },
    'cases:take-over': {
      name: 'Fälle übernehmen',
      allows: 'Übernimmt einen Fall von Kollegen, die gerade daran arbeiten.',
    },
    'cases:delete': {
      name: 'Fälle löschen',
      allows: 'Legt Fälle in den Papierkorb und holt sie heraus, löscht Nachrichten endgültig.',
    },
    'labels:create': {
      name: 'Etiketten anlegen',
      allows: 'Legt beim Bearbeiten eines Falls ein neues Etikett an.',
    },
    'labels:manage': {
      name: 'Etiketten verwalten',
      allows: 'Benennt, färbt und löscht Etiketten für alle.',
    },
    'custom-fields:manage': {
      name: 'Eigene Felder verwalten',
      allows: 'Legt Felder von Fällen, Kunden und Firmen an, ändert und löscht sie.',
    },
    'filters:manage': {
      name: 'Gemeinsame Filter verwalten',
      allows: 'Legt Filter für Gruppen und für alle an und ordnet sie.',
    },
    'macros:manage': {
      name: 'Gemeinsame Makros verwalten',
      allows: 'Schreibt Makros für Gruppen und für alle und ordnet sie.',
    },
    'rules:manage': {
      name: 'Regeln verwalten',
      allows: 'Schreibt, erprobt und schaltet die Regeln, nach denen Bureau von selbst arbeitet, und die Webhooks.',
    },
    'routing:work': {
      name: 'Nach Zuteilung arbeiten',
      allows: 'Bekommt mit Start einen Fall nach dem anderen.',
    },
    'routing:manage': {
      name: 'Zuteilung verwalten',
      allows: 'Legt fest, wie Fälle zugeteilt werden, und sieht, wer verfügbar ist und was wartet.',
    },
    'business-hours:manage': {
      name: 'Geschäftszeiten verwalten',
      allows: 'Legt fest, wann geöffnet ist, und die Feiertage.',
    },
    'articles:view': {
      name: 'Wissensdatenbank sehen',
      allows: 'Liest Artikel, auch die nur für Agenten, und fügt sie in Antworten ein.',
    },
    'articles:write': {
      name: 'Artikel schreiben',
      allows: 'Schreibt und übersetzt Artikel und ordnet sie Themen zu; veröffentlicht werden sie von anderen.',
    },
    'articles:publish': {
      name: 'Artikel veröffentlichen',
      allows: 'Veröffentlicht, plant, nimmt zurück und löscht Artikel und pflegt die Themen.',
    },
    'questions:moderate': {
      name: 'Fragen moderieren',
      allows: 'Zeigt oder verbirgt, was Kunden öffentlich fragen und antworten.',
    },
    'feedback:view': {
      name: 'Bewertungen auswerten',
      allows: 'Liest, wie Kunden bewertet haben, nach Agent, Gruppe, Etikett, Marke und Kanal.',
    },
    'feedback:manage': {
      name: 'Umfragen verwalten',
      allows: 'Legt fest, was Kunden nach einem Fall gefragt werden, und wann.',
    },
    'themes:manage': {
      name: 'Support-Center verwalten',
      allows: 'Ändert Aussehen, Seiten und Texte der Support-Center.',
    },
    'customers:view': {
      name: 'Kunden sehen',
      allows: 'Liest Kunden und Firmen mit ihrem Verlauf.',
    },
    'customers:update': {
      name: 'Kunden ändern',
      allows: 'Legt Kunden an, ändert ihre Daten und Adressen.',
    },
    'customers:merge': {
      name: 'Kunden zusammenführen',
      allows: 'Macht aus zwei Kunden einen, mit allen Fällen.',
    },
    'companies:update': {
      name: 'Firmen ändern',
      allows: 'Legt Firmen an, ändert ihre Daten und Domains.',
    },
    'users:view': {
      name: 'Kollegen sehen',
      allows: 'Sieht, wer hier arbeitet, in welcher Gruppe und Rolle.',
    },
    'users:manage': {
      name: 'Personen verwalten',
      allows: 'Lädt Personen ein, ändert und sperrt sie, beendet ihre Sitzungen.',
    },
    'groups:manage': {
      name: 'Gruppen verwalten',
      allows: 'Legt Gruppen an, ändert und löscht sie und wer darin ist.',
    },
    'roles:manage': {
      name: 'Rollen und Anmeldung verwalten',
      allows: 'Ändert, was Rollen dürfen und wie sich alle anmelden.',
    },
    'mailboxes:view': {
      name: 'Postfächer sehen',
      allows: 'Sieht, welche Postfächer es gibt und wie es ihnen geht.',
    },
    'mailboxes:manage': {
      name: 'Postfächer verwalten',
      allows: 'Verbindet, ändert, pausiert und entfernt Postfächer.',
    },
    'social-accounts:view': {
      name: 'Konten in Netzwerken sehen',
      allows: 'Sieht, welche Konten bei X und Seiten bei Facebook es gibt, und antwortet von dort.',
    },
    'social-accounts:manage': {
      name: 'Konten in Netzwerken verwalten',
      allows: 'Verbindet, ändert, pausiert und trennt Konten bei X und Seiten bei Facebook.',
    },
    'salesforce:view': {
      name: 'Salesforce sehen',
      allows:
        'Sieht neben einem Fall, was Salesforce weiß, soweit der Bereich es der Rolle zeigt, und wie er abgeglichen wird.',
    },
    'salesforce:manage': {
      name: 'Salesforce verwalten',
      allows: 'Verbindet eine Organisation, bestimmt, was abgeglichen wird, und klärt Konflikte und Fehler.',
    },
    'intake:view': {
      name: 'Eingangsprotokoll sehen',
      allows: 'Sieht jede eingegangene E-Mail und was aus ihr wurde.',
    },
    'intake:manage': {
      name: 'Über den Eingang entscheiden',
      allows: 'Gibt zurückgehaltene E-Mails frei oder verwirft sie.',
    },
    'settings:manage': {
      name: 'Einstellungen verwalten',
      allows: 'Ändert Firma, Zeitzone, Sprachen und Vorlagen.',
    },
    'brands:manage': {
      name: 'Marken verwalten',
      allows: 'Legt Marken an, ändert sie und ihre Signaturen.',
    },
    'applications:manage': {
      name: 'API-Anwendungen verwalten',
      allows: 'Legt Programme an, die die API nutzen, erstellt und beendet ihre Token.',
    },
    'integrations:manage': {
      name: 'Integrations-URLs verwalten',
      allows:
        'Legt fest, welche Seiten und Apps anderer Programme neben Fällen stehen, und erzeugt die Geheimnisse von Apps.',
    },
    'audit:view': {
      name: 'Änderungsprotokoll lesen',
      allows: 'Liest, wer wann welche Einstellung geändert hat.',
    },
    'system-log:view': {
      name: 'Systemprotokoll lesen',
      allows: 'Liest, was Bureau über E-Mail und sich selbst meldet.',
    },
  },
};
