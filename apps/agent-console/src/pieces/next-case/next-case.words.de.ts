import type { nextCaseWords } from './next-case.words.ts';

export const nextCaseGerman: typeof nextCaseWords = {
  section: 'Liste',
  next: 'Nächster',
  description: 'Nächsten Fall öffnen',
  nothing: (filter) => `In „${filter}“ wartet nichts.`,
  nothingElse: (filter) => `In „${filter}“ wartet sonst nichts.`,
  failed: 'Der nächste Fall konnte nicht gefunden werden.',
  failedDetail: 'Nichts ist verloren; versuchen Sie es erneut, sobald der Server erreichbar ist.',
  retry: 'Erneut versuchen',
  noFilter: 'Es gibt keinen Filter, aus dem der nächste Fall kommen könnte.',
  nothingOffered: 'Zurzeit wartet nichts auf Sie.',
  nothingOfferedDetail: 'Was kommt, wird Ihnen von selbst angeboten.',
  fullHands: 'Sie haben so viele Fälle in Arbeit, wie Sie dürfen.',
  fullHandsDetail: 'Beantworten Sie einen davon oder geben Sie ihn weiter, dann drücken Sie auf „Nächster“.',
};
