import type { splitWords } from './case-split.words.ts';

export const splitGerman: typeof splitWords = {
  menu: 'Aufteilen …',
  unsplit: (caseId) => `An #${caseId} zurückgeben`,
  title: (caseId) => `#${caseId} aufteilen`,
  lead: 'Wählen Sie, was ein eigener Fall wird. Der Rest bleibt; alles lässt sich jederzeit zurückgeben.',
  choose: 'Nachrichten und Notizen',
  note: 'Notiz',
  subject: 'Betreff des neuen Falls',
  subjectHelp: 'Leer: der Betreff der ersten gewählten Nachricht.',
  whose: 'Wessen Fall es ist',
  same: (name) => `${name}, wie bisher`,
  sender: 'Wer die erste gewählte Nachricht geschrieben hat',
  nothing: 'Es gibt nur eine Nachricht: Nichts lässt sich abtrennen.',
  everything: 'Lassen Sie mindestens eine Nachricht im Fall.',
  confirm: (count) => (count === 1 ? '1 Nachricht abtrennen' : `${count} Nachrichten abtrennen`),
  cancel: 'Abbrechen',
  done: (caseId) => `#${caseId} wurde abgetrennt.`,
  undone: 'Alles wurde zurückgegeben.',
  refused: 'Nicht aufgeteilt.',
  notGivenBack: 'Nicht zurückgegeben.',
  shortcuts: { section: 'Fall', split: 'Nachrichten abtrennen' },
};
