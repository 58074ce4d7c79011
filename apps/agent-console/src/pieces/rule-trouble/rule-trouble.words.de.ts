import type { ruleTroubleWords } from './rule-trouble.words.ts';

export const ruleTroubleGerman: typeof ruleTroubleWords = {
  troubles: {
    refused: (action, reason) => `${action}: ${reason}`,
    broken: 'In Bureau selbst ist etwas schiefgegangen.',
    failures: (times, last) => `Sie ist ${times}-mal hintereinander fehlgeschlagen, zuletzt deshalb: ${last}`,
    often: (cases, caseId, times) =>
      `Innerhalb einer Stunde kam sie auf jeden von ${cases} Fällen, zuletzt auf Fall ${caseId}, mehr als ${times}-mal zurück; das sieht nach einer Schleife aus.`,
    depth: (caseId, times, rules) =>
      `Bei Fall ${caseId} haben Regeln mehr als ${times}-mal zu Regeln geführt; das sieht nach einer Schleife aus, und sie war die letzte davon: ${rules.map((name) => `„${name}“`).join(' → ')}.`,
    intervals: (caseId, times) =>
      `Sie wurde in mehr als ${times} Abständen von fünf Minuten hintereinander auf Fall ${caseId} angewandt; das sieht nach einer Schleife aus.`,
  },
  log: {
    failed: (name, caseId, why) => `Die Regel „${name}“ konnte auf Fall ${caseId} nicht angewandt werden: ${why}`,
    switchedOff: (name, why) =>
      `Die Regel „${name}“ wurde ausgeschaltet. ${why} Berichtigen Sie sie, probieren Sie sie aus, und schalten Sie sie wieder ein.`,
  },
};
