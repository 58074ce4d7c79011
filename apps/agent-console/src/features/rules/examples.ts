import type { RuleType } from '@bureau/contracts';
import { newValues } from './rule-values.ts';
import type { RuleValues } from './rule-values.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.examples;

const DAYS_UNTIL_CLOSED = 7;

export type ExampleId = keyof typeof words;

export interface Example {
  id: ExampleId;
  type: RuleType;
  values: RuleValues;
}

const all = (...conditions: RuleValues['conditions']['conditions']) => ({ match: 'all' as const, conditions });

/** Rules to begin with: each whole but for what only this desk knows. */
export const examples: readonly Example[] = [
  {
    id: 'refunds',
    type: 'inbound-interaction',
    values: newValues({
      name: words.refunds.name,
      conditions: {
        match: 'any',
        conditions: [
          { field: 'message.subject', operator: 'contains', value: words.refunds.label },
          { field: 'message.text', operator: 'contains', value: words.refunds.label },
        ],
      },
      actions: [
        { type: 'set-priority', priority: 8 },
        { type: 'append-labels', labels: [words.refunds.label] },
      ],
    }),
  },
  {
    id: 'vip',
    type: 'case-created',
    values: newValues({
      name: words.vip.name,
      conditions: all({ field: 'company.id', operator: 'is' }),
      actions: [
        { type: 'set-priority', priority: 10 },
        { type: 'append-labels', labels: ['VIP'] },
      ],
    }),
  },
  {
    id: 'afterHours',
    type: 'inbound-interaction',
    values: newValues({
      name: words.afterHours.name,
      conditions: all({ field: 'message.businessHours', operator: 'is', value: false }),
      actions: [{ type: 'acknowledge' }],
    }),
  },
  {
    id: 'close',
    type: 'time',
    values: newValues({
      name: words.close.name,
      conditions: all(
        { field: 'case.status', operator: 'is', value: ['resolved'] },
        { field: 'case.hoursSinceResolved', operator: 'at-least', value: DAYS_UNTIL_CLOSED * 24 },
      ),
      actions: [{ type: 'set-status', status: 'closed' }],
    }),
  },
  {
    id: 'influential',
    type: 'case-created',
    values: newValues({
      name: words.influential.name,
      conditions: all({ field: 'case.channel', operator: 'is', value: ['twitter'] }),
      actions: [
        { type: 'change-priority', by: 2 },
        { type: 'append-labels', labels: [words.influential.label] },
      ],
    }),
  },
];

export function exampleOf(id: string | undefined): Example | undefined {
  return examples.find((example) => example.id === id);
}
