import type { programsWords } from './programs.words.ts';

export const programsGerman: typeof programsWords = {
  title: 'Programme, die für Sie handeln',
  lead: 'Jedes darf, was Sie ihm erlaubt haben, und nie mehr, als Sie selbst dürfen.',
  list: 'Programme',
  failed: 'Die Programme konnten nicht gelesen werden.',
  safe: 'Sie arbeiten weiter.',
  none: 'Kein Programm handelt für Sie.',
  expired: 'abgelaufen',
  may: (count) => (count === 1 ? 'Ein Recht' : `${count} Rechte`),
  lastUsed: 'zuletzt benutzt',
  never: 'nie benutzt',
  end: 'Beenden',
  endNamed: (name) => `Zugriff von ${name} beenden`,
  ended: 'Es handelt nicht mehr für Sie.',
  confirm: (name) => `Zugriff von „${name}“ beenden?`,
  loss: 'Sein Zugriff: Es muss Sie erneut fragen, bevor es für Sie handeln kann',
};
