import {
  ACTION_TYPES,
  casesApi,
  filtersApi,
  macrosApi,
  rulesApi,
  conditionsIn,
  type Condition,
  type ConditionField,
  type ConditionOperator,
  type ConsideredRule,
  type GroupTrace,
  type MacroPreview,
  type RouteResponse,
  type RuleType,
} from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionExamples, NEEDS_SALESFORCE, type ActionWorld } from '../fixtures/action-examples.ts';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { writeAction, writeCondition } from '../fixtures/catalogue-editor.ts';
import {
  aCaseWithEverything,
  changeEverything,
  changeNothingAskable,
  hearAgain,
  type CatalogueWorld,
} from '../fixtures/catalogue-world.ts';
import { CHANGES, exampleOf, oppositeOf, pairsOf } from '../fixtures/condition-examples.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
let world: CatalogueWorld;
beforeAll(async () => {
  desk = await startTestDesk({ console: true });
  world = await aCaseWithEverything(desk);
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);

type Pair = ReturnType<typeof pairsOf>[number];
const nameOf = ({ field, operator }: { field: ConditionField; operator: ConditionOperator }) =>
  `${field.key} ${operator}`;

function conditionOf({ field, operator }: Pair): Condition {
  const value = exampleOf(field, operator, world);
  return { field: field.key, operator, ...(value !== undefined && { value }) };
}

/** A rule for each, that does nothing which is not so already. */
async function writeRules(type: RuleType, pairs: readonly Pair[]): Promise<void> {
  for (const pair of pairs) {
    await admin().call(rulesApi.create, {
      body: {
        ...{ name: nameOf(pair), type, enabled: true, conditions: { match: 'all', conditions: [conditionOf(pair)] } },
        actions: [{ type: 'follow', userId: desk.agent.id }],
      },
    });
  }
}

/** What the desk says about all rules of a type when they were considered last, by their names. */
async function considered(type: RuleType): Promise<Map<string, ConsideredRule>> {
  const params = { caseId: world.caseId };
  const { items } = await admin().call(rulesApi.explain, { params, query: {} });
  const runId = items.find((one) => one.type === type)?.id;
  const rules: ConsideredRule[] = [];
  for (let cursor: string | null = '0'; runId !== undefined && cursor !== null;) {
    const page: RouteResponse<typeof rulesApi.explain> = await admin().call(rulesApi.explain, {
      params,
      query: { runId, cursor, limit: 100 },
    });
    rules.push(...page.items.flatMap((run) => run.rules));
    cursor = page.next;
  }
  return new Map(rules.map((rule) => [rule.name, rule]));
}

const onlyPart = (trace: GroupTrace | null | undefined) => {
  const part = trace?.parts[0];
  if (!part || !('seen' in part)) throw new Error('The desk does not say how the condition was decided.');
  return part;
};

/** What a case said last is somebody's words, which no run of rules keeps: that it was asked is told all the same. */
const NOT_KEPT = ['case.excerpt'];

/** Whether the trace of a rule names its condition, what was seen, and how that decided. */
function isExplained({ outcome, trace }: ConsideredRule, { field }: Pair): boolean {
  const part = onlyPart(trace);
  const isTold = part.seen.length > 0 && part.holds === (outcome === 'applied');
  return part.condition.field === field.key && part.description !== '' && (isTold || NOT_KEPT.includes(field.key));
}

/** An editor of few conditions is as true as one of many, and quicker. */
const PARTS = [1, 2, 3, 4, 5, 6];

function shareOf<T>(all: readonly T[], part: number): T[] {
  return all.filter((_, index) => index % PARTS.length === part - 1);
}

describe.skipIf(!hasBrowser)('the editor of rules', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    browser = await openBrowser();
    const path = '/admin/rules';
    ({ page, errors } = await atTheConsole(browser, { url: desk.url, person: desk.administrator, path }));
    page.setDefaultTimeout(30_000);
  });
  afterAll(() => browser.close());

  it.each(PARTS)(
    'writes each condition and action, and says the same when it is loaded again: part %i',
    async (part) => {
      const { items: fields } = await admin().call(rulesApi.fields, { query: { type: 'inbound-interaction' } });
      const examples = actionExamples(actionWorld());
      const types = ACTION_TYPES.filter((type) => type !== 'assign-to-me' && !NEEDS_SALESFORCE.includes(type));
      const [asked, done] = [shareOf(onceEach(pairsOf(fields)), part), shareOf(types, part)];
      const name = `Catalogue ${part}`;

      await page.goto(`${desk.url}/admin/rules/new?type=inbound-interaction`);
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      for (const pair of asked) {
        const called = pair.field.refersTo === 'company' ? 'Acme' : 'Ana Ferreira';
        await writeCondition(page, { ...pair, value: exampleOf(pair.field, pair.operator, world), called });
      }
      for (const type of done) {
        await writeAction(page, examples[type].action, { user: desk.agent.name, label: 'Repairs' });
      }
      const said = await page.getByRole('region', { name: 'What it says' }).textContent();
      await page.getByRole('button', { name: 'Create the rule' }).click();
      await page.getByRole('tab', { name: 'Versions' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.waitForFunction((text) => document.querySelector('.rule-said')?.textContent === text, said);

      const { items } = await admin().call(rulesApi.list, { query: {} });
      const rule = items.find((one) => one.name === name);
      expect(rule && conditionsIn(rule.conditions).map(({ field, operator }) => `${field} ${operator}`)).toEqual(
        asked.map(nameOf),
      );
      expect(rule?.actions.map(({ type }) => type)).toEqual(done);
      expect(errors).toEqual([]);
    },
    300_000,
  );

  it('is as whole for macros, which know one action more', async () => {
    await page.goto(`${desk.url}/admin/macros/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine now');
    await writeAction(page, { type: 'assign-to-me' }, { user: '', label: '' });
    await page.getByRole('button', { name: 'Save the macro' }).click();
    await page.getByRole('heading', { name: 'Mine now', level: 1 }).waitFor();
    const { items } = await admin().call(macrosApi.list, {});
    expect(items).toContainEqual(expect.objectContaining({ name: 'Mine now', sentences: ['Assign to me'] }));
  });
});

/** Each field once, with the operators of its type in turn; then the operators that no field has got. */
function onceEach(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  const of = ({ field, operator }: Pair) => `${field.type} ${operator}`;
  const chosen = [...Map.groupBy(pairs, ({ field }) => field.key).values()].flatMap((all) => {
    const one = all.find((pair) => !seen.has(of(pair))) ?? all[0];
    if (one) seen.add(of(one));
    return one ?? [];
  });
  const left = pairs.filter((pair) => {
    if (seen.has(of(pair))) return false;
    seen.add(of(pair));
    return true;
  });
  return [...chosen, ...left];
}

describe('every condition of a filter', () => {
  it('finds the case or not, and its opposite says the opposite', async () => {
    const { items } = await admin().call(filtersApi.fields, {});
    const pairs = pairsOf(items);
    const found = new Map<string, number>();
    const isThis: Condition = { field: 'case.id', operator: 'is', value: world.caseId };
    for (const pair of pairs) {
      const conditions = { match: 'all' as const, conditions: [isThis, conditionOf(pair)] };
      const { count } = await admin().call(filtersApi.preview, { body: { conditions } });
      found.set(nameOf(pair), count);
    }
    const wrong = pairs.filter((pair) => {
      const opposite = oppositeOf(pair.operator);
      const other = opposite && found.get(nameOf({ ...pair, operator: opposite }));
      return other === undefined || (found.get(nameOf(pair)) ?? 0) + other !== 1;
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });
});

describe('every condition of a business rule', () => {
  it('decides about a mail, its opposite decides otherwise, and the desk names what it saw', async () => {
    const { items } = await admin().call(rulesApi.fields, { query: { type: 'inbound-interaction' } });
    const pairs = pairsOf(items).filter(({ operator }) => !CHANGES.includes(operator));
    await writeRules('inbound-interaction', pairs);
    await hearAgain(desk, world);
    const rules = await considered('inbound-interaction');
    expect(rules.size).toBe(pairs.length);

    const wrong = pairs.filter((pair) => {
      const opposite = oppositeOf(pair.operator);
      const [one, other] = [rules.get(nameOf(pair)), opposite && rules.get(nameOf({ ...pair, operator: opposite }))];
      if (!one || !other) return true;
      const outcomes = new Set([one.outcome, other.outcome]);
      return !(outcomes.has('applied') && outcomes.has('not-met') && isExplained(one, pair));
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('that asks for a change holds when it happened, and not when something else did', async () => {
    const { items } = await admin().call(rulesApi.fields, { query: { type: 'case-updated' } });
    const pairs = pairsOf(items).filter(({ operator }) => CHANGES.includes(operator));
    await desk.sql.run('DELETE FROM rules');
    await writeRules('case-updated', pairs);
    await changeEverything(desk, world);
    const happened = await considered('case-updated');
    await changeNothingAskable(desk, world);
    const otherwise = await considered('case-updated');

    const outcome = (rules: Map<string, ConsideredRule>, pair: Pair) => rules.get(nameOf(pair))?.outcome;
    const isRight = (pair: Pair) =>
      outcome(happened, pair) === (pair.operator === 'changed-from' ? 'not-met' : 'applied') &&
      outcome(otherwise, pair) === 'not-met' &&
      onlyPart(happened.get(nameOf(pair))?.trace).seen.length > 0;
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter((pair) => !isRight(pair)).map(nameOf)).toEqual([]);
  });
});

describe('every action', () => {
  it.each(ACTION_TYPES)('%s, of a macro, is shown before, done to the case and said in words', async (type) => {
    const { first = [], action, then } = actionExamples(actionWorld())[type];
    const body = { name: `Does ${type}`, actions: [...first, action] };
    if (NEEDS_SALESFORCE.includes(type)) {
      const answer = await admin().send(macrosApi.create, { body });
      expect(await answer.json()).toMatchObject({ errors: [{ path: 'actions.0.type' }] });
      return;
    }
    const { id, sentences } = await admin().call(macrosApi.create, { body });
    expect(sentences).toHaveLength(body.actions.length);
    const customer = { address: `${crypto.randomUUID()}@acme.example`, name: 'Ana Ferreira' };
    const opened = await admin().call(casesApi.open, {
      body: { subject: 'New', text: 'It hums.', customer, priority: 4 },
    });
    const wanted = { params: { caseId: opened.id }, body: { macroIds: [id] } };

    const preview = await admin().call(macrosApi.preview, wanted);
    const applied = await admin().call(macrosApi.apply, wanted);
    expect(applied.effects.at(-1)).toMatchObject({ type, outcome: 'done' });
    expect(applied.effects.map(({ description }) => description)).toEqual(sentences);
    // A moment later: times and the ids of what is new are others.
    const told = ({ effects }: MacroPreview) =>
      effects.map(({ changes, ...rest }) => [rest, changes.map(({ field }) => field)]);
    expect(told(applied)).toEqual(told(preview));
    const read = { params: { caseId: opened.id } };
    const became =
      type === 'delete'
        ? await desk.as(desk.agent).refusal(casesApi.get, read)
        : await admin().call(casesApi.get, read);
    expect(became).toMatchObject(then);
  });
});

function actionWorld(): ActionWorld {
  const { groupId, webhookId, articleId, other } = world;
  const { administrator, agent } = desk;
  return {
    ...{ groupId, webhookId, articleId, brandId: other.brandId },
    ...{ userId: agent.id, writerId: administrator.id, field: 'note' },
  };
}
