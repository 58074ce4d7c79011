import type { changeWords } from './change-case.words.ts';

export const changeGerman: typeof changeWords = {
  failed: 'Nicht geändert.',
  retry: 'Noch einmal versuchen',
  offline: 'Der Server ist nicht zu erreichen. Sie sehen alles so, wie es vorher war.',
  frozen: {
    closed: 'Dieser Fall ist endgültig geschlossen. Die nächste Nachricht des Kunden eröffnet einen neuen.',
    merged: (caseId) => `Dieser Fall wurde mit #${caseId} zusammengeführt; ändern Sie dort.`,
    deleted: 'Dieser Fall liegt im Papierkorb. Stellen Sie ihn wieder her, um ihn zu ändern.',
    locked: (name) => `${name} arbeitet an diesem Fall. Übernehmen Sie ihn, oder warten Sie, bis er frei ist.`,
    forbidden: 'Ihre Rolle erlaubt es nicht, Fälle zu ändern; fragen Sie einen Administrator.',
  },
  meanwhile: (who, field, value) => `${who} hat inzwischen ${field} auf ${value} gesetzt; Ihre Änderung kam danach.`,
  meanwhileOther: (who, field) => `${who} hat inzwischen ${field} geändert; Ihre Änderung kam danach.`,
  a: 'Jemand',
  fields: {
    status: 'den Status',
    priority: 'die Priorität',
    assignee: 'die Zuständigkeit',
    group: 'die Gruppe',
    subject: 'den Betreff',
    labelIds: 'die Etiketten',
    snooze: 'das Zurückstellen',
    spam: 'die Spam-Markierung',
  },
  aField: 'ein Feld',
  nobody: 'niemanden',
  statuses: { new: 'Neu', open: 'Offen', pending: 'Wartend', resolved: 'Gelöst', closed: 'Geschlossen' },
};
