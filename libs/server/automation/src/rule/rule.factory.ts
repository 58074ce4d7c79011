import { rulesApi, type Actions, type ConditionNode, type Rule, type RuleType } from '@bureau/contracts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';

export interface RuleToMake {
  name?: string;
  type?: RuleType;
  conditions?: ConditionNode[];
  match?: 'all' | 'any';
  actions?: Actions;
  brandId?: number | null;
  stopProcessing?: boolean;
  enabled?: boolean;
}

/** A rule that is switched on. */
export async function aRule(desk: TestDesk, rule: RuleToMake = {}): Promise<Rule> {
  const { type = 'case-created', conditions = [], match = 'all', enabled = true, ...more } = rule;
  return desk.as(desk.administrator).call(rulesApi.create, {
    body: {
      name: `Rule ${crypto.randomUUID()}`,
      actions: [{ type: 'set-priority', priority: 9 }],
      ...more,
      ...{ type, enabled, conditions: { match, conditions } },
    },
  });
}

/** Takes all rules away, so that each test has its own. */
export async function withoutRules(desk: TestDesk): Promise<void> {
  await desk.sql.run('DELETE FROM rules');
}
