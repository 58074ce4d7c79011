import type { eventWords } from './event-sentence.words.ts';

const statuses: typeof eventWords.statuses = {
  new: 'diesen Fall wieder auf „Neu“ gesetzt',
  open: 'diesen Fall auf „Offen“ gesetzt',
  pending: 'diesen Fall auf „Wartend“ gesetzt',
  resolved: 'diesen Fall gelöst',
  closed: 'diesen Fall endgültig geschlossen',
};

const done: typeof eventWords.done = {
  'case.opened': 'diesen Fall eröffnet',
  'case.reopened': 'diesen Fall wieder geöffnet',
  'case.deleted': 'diesen Fall in den Papierkorb gelegt',
  'case.restored': 'diesen Fall aus dem Papierkorb geholt',
  'case.merged': 'Fälle zusammengeführt',
  'case.unmerged': 'eine Zusammenführung zurückgenommen',
  'case.split': 'einen Teil hiervon zu einem eigenen Fall gemacht',
  'case.unsplit': 'einen Teil hiervon seinem Fall zurückgegeben',
  'case.taken-over': 'diesen Fall von jemandem übernommen',
  'case.change-undone': 'eine Änderung zurückgenommen',
  'case.links-revoked': 'die Links des Kunden ins Web widerrufen',
  'attachment.erased': 'den Inhalt einer Datei gelöscht',
  'message.erased': 'den Inhalt einer Nachricht gelöscht',
  'message.forwarded': 'Nachrichten weitergeleitet',
  'message.hidden': 'eine Nachricht im Portal des Kunden verborgen',
  'message.shown': 'eine Nachricht im Portal des Kunden wieder gezeigt',
  'reply.undone': 'eine Antwort zurückgenommen, bevor sie hinausging',
  'forward.undone': 'eine Weiterleitung zurückgenommen, bevor sie hinausging',
  'note.taken-back': 'eine Notiz zurückgenommen',
  'feedback.erased': 'den Text einer Bewertung gelöscht',
  'note.edited': 'eine Notiz geändert',
};

/** Deeds are participles behind "hat". */
export const eventGerman: typeof eventWords = {
  you: 'Sie',
  sentence: (who, isYou, deeds) => `${who} ${isYou ? 'haben' : 'hat'} ${deeds}`,
  byMacros: (sentence, names) => `${sentence} · Makro ${names}`,
  statuses,
  done,
  unknown: (event) => `etwas getan, wofür es noch keine Worte gibt (${event})`,
  someone: 'jemandem',
  someGroup: 'eine andere Gruppe',
  someLabel: 'ein Etikett',
  priority: {
    raised: (from, to) => `die Priorität von ${from} auf ${to} erhöht`,
    lowered: (from, to) => `die Priorität von ${from} auf ${to} gesenkt`,
  },
  assignee: {
    self: 'diesen Fall übernommen',
    to: (name) => `diesen Fall ${name} zugewiesen`,
    putBack: 'diesen Fall wieder freigegeben',
    off: (name) => `diesen Fall ${name} abgenommen`,
  },
  group: {
    to: (name) => `diesen Fall der Gruppe ${name} gegeben`,
    off: (name) => `diesen Fall aus der Gruppe ${name} genommen`,
  },
  subject: (from, to) => `den Betreff von „${from}“ in „${to}“ geändert`,
  description: {
    set: 'eine Beschreibung geschrieben',
    changed: 'die Beschreibung geändert',
    cleared: 'die Beschreibung entfernt',
  },
  language: {
    set: (to) => `die Sprache auf ${to} gesetzt`,
    changed: (from, to) => `die Sprache von ${from} auf ${to} geändert`,
    cleared: (from) => `die Sprache ${from} entfernt`,
  },
  externalId: {
    set: (to) => `diesem Fall die externe ID ${to} gegeben`,
    changed: (from, to) => `die externe ID von ${from} in ${to} geändert`,
    cleared: (from) => `die externe ID ${from} entfernt`,
  },
  field: {
    set: (field, to) => `${field} auf ${to} gesetzt`,
    changed: (field, from, to) => `${field} von ${from} in ${to} geändert`,
    cleared: (field, from) => `${field} geleert (war ${from})`,
    touched: (field) => `${field} geändert`,
  },
  yes: 'ja',
  no: 'nein',
  customer: 'diesen Fall einem anderen Kunden gegeben',
  brand: {
    to: (name) => `diesen Fall zu ${name} verschoben`,
    unnamed: 'diesen Fall zu einer anderen Marke verschoben',
  },
  mailbox: 'das Postfach geändert, das antwortet',
  routing: {
    set: (to) => `die Zuteilung auf ${to} gesetzt`,
    changed: (from, to) => `die Zuteilung von ${from} auf ${to} geändert`,
    cleared: (from) => `die Zuteilung beendet (war ${from})`,
  },
  labels: {
    added: (names) => `${names} hinzugefügt`,
    removed: (names) => `${names} entfernt`,
  },
  snooze: {
    until: (time) => `diesen Fall bis ${time} zurückgestellt`,
    open: 'diesen Fall zurückgestellt, bis der Kunde schreibt',
    wake: 'diesen Fall geweckt',
  },
  spam: { yes: 'diesen Fall als Spam markiert', no: 'gesagt, dass dieser Fall kein Spam ist' },
  followers: {
    self: 'begonnen, diesem Fall zu folgen',
    selfNot: 'aufgehört, diesem Fall zu folgen',
    added: (names) => `${names} diesem Fall folgen lassen`,
    removed: (names) => `${names} diesem Fall nicht mehr folgen lassen`,
  },
  links: {
    tiedCase: (id) => `diesen Fall mit #${id} verbunden`,
    untiedCase: (id) => `diesen Fall von #${id} getrennt`,
    tiedPage: (url) => `diesen Fall mit ${url} verbunden`,
    untiedPage: (url) => `diesen Fall von ${url} getrennt`,
  },
  merged: {
    into: (id) => `diesen Fall in #${id} aufgehen lassen`,
    from: (id) => `#${id} in diesen Fall aufgenommen`,
    intoNoLonger: (id) => `die Zusammenführung mit #${id} zurückgenommen`,
    fromNoLonger: (id) => `die Aufnahme von #${id} zurückgenommen`,
  },
  split: {
    from: (id) => `diesen Fall aus einem Teil von #${id} gemacht`,
    off: (id) => `einen Teil hiervon zum Fall #${id} gemacht`,
    gaveBack: (id) => `#${id} in diesen Fall zurückgeholt`,
  },
  rated: {
    given: (rating) => `die Antwort bewertet: ${rating}`,
    changed: (from, to) => `die Bewertung von ${from} auf ${to} geändert`,
  },
  takenOver: (name) => `diesen Fall von ${name} übernommen`,
  erasedFile: (name) => `den Inhalt von ${name} gelöscht`,
};
