import type { ConditionOperator } from '@bureau/contracts';
import type { HoursSince } from '@bureau/domain';
import type { conditionSentenceWords } from './condition-sentence.words.ts';

const compared: Readonly<Partial<Record<ConditionOperator, string>>> = {
  is: 'genau',
  'is-not': 'nicht genau',
  'greater-than': 'mehr als',
  'at-least': 'mindestens',
  'less-than': 'weniger als',
  'at-most': 'höchstens',
};

function lengthOf({ hours, days, open }: HoursSince): string {
  if (days !== null) return `${days} Tage`;
  if (open) return hours === 1 ? '1 Geschäftsstunde' : `${hours} Geschäftsstunden`;
  return hours === 1 ? '1 Stunde' : `${hours} Stunden`;
}

/** Behind "seit". */
const moments: Readonly<Record<string, string | undefined>> = {
  Created: 'der Eröffnung',
  Updated: 'der letzten Änderung',
  Changed: 'der letzten sichtbaren Änderung',
  Active: 'der letzten Aktivität',
  Received: 'der letzten eingegangenen Nachricht',
  Replied: 'der letzten gesendeten Nachricht',
  Worked: 'der letzten Bearbeitung',
  FirstOpened: 'dem ersten Öffnen',
  Opened: 'dem Öffnen',
  FirstResolved: 'der ersten Lösung',
  Resolved: 'der Lösung',
  Closed: 'dem Schließen',
  Waiting: 'dem Beginn des Wartens',
  Acknowledged: 'der letzten Eingangsbestätigung',
};

export const conditionSentenceGerman: typeof conditionSentenceWords = {
  everyCase: 'Alle Fälle',
  header: (name) => `Kopfzeile ${name}`,
  and: ' und ',
  or: ' oder ',
  flags: {
    'case.businessHours': { yes: 'es ist Geschäftszeit', no: 'es ist keine Geschäftszeit' },
    'message.businessHours': {
      yes: 'die Nachricht kam in der Geschäftszeit',
      no: 'die Nachricht kam außerhalb der Geschäftszeit',
    },
    'message.automatic': { yes: 'die Nachricht ist automatisch', no: 'die Nachricht ist nicht automatisch' },
    'case.hasAttachments': { yes: 'der Fall hat Anhänge', no: 'der Fall hat keine Anhänge' },
    'case.deliveryTrouble': { yes: 'eine Zustellung ist gestört', no: 'keine Zustellung ist gestört' },
    'customer.blocked': { yes: 'der Kunde ist gesperrt', no: 'der Kunde ist nicht gesperrt' },
  },
  hoursSince: (asked) => {
    const [how, moment] = [compared[asked.operator], moments[asked.since]];
    if (how === undefined || moment === undefined) return undefined;
    return `${how} ${lengthOf(asked)} seit ${moment}`;
  },
  isTrue: (label) => `${label}: ja`,
  isFalse: (label) => `${label}: nein`,
  isNobody: (label) => `${label} ist niemand oder nichts`,
  me: 'ich',
  mine: 'eine von meinen',
  gone: (id) => `etwas Gelöschtes (${id})`,
  text: (value) => `„${value}“`,
  amounts: {
    minutes: (amount) => (amount === 1 ? 'Minute' : `${amount} Minuten`),
    hours: (amount) => (amount === 1 ? 'Stunde' : `${amount} Stunden`),
    days: (amount) => (amount === 1 ? 'Tag' : `${amount} Tagen`),
  },
};
