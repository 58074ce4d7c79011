import type { webFormWords } from './web-form-fields.words.ts';

export const webFormGerman: typeof webFormWords = {
  title: 'Das Formular «Schreiben Sie uns»',
  lead: 'Es fragt immer nach Name, Adresse, Betreff und Nachricht und nimmt bis zu fünf Dateien. Fragen Sie nur, was Sie für eine Antwort brauchen: Jedes Feld kostet Anfragen.',
  none: 'Es gibt noch keine eigenen Felder für Fälle.',
  failed: 'Wonach das Formular fragt, konnte nicht geladen werden.',
  safe: 'Das Formular bleibt, wie es ist.',
  no: 'Wird nicht gefragt',
  optional: 'Kann ausgefüllt werden',
  required: 'Muss ausgefüllt werden',
  saved: 'Danach fragt das Formular von jetzt an.',
  refused: 'Nicht gespeichert.',
};
