import { ACTION_TYPES, Actions, articlesApi, casesApi, surveysApi, topicsApi, type Actor } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionExamples, NEEDS_SALESFORCE } from '../../../../../test/fixtures/action-examples.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { actorOf, aGroup, apply, RULE } from './actions.fixture.ts';
import { CheckActions } from './check-actions.ts';

let desk: TestDesk;
let agent: Actor;
let group: number;
let members: Person[];
let otherBrand: number;
let webhookId: number;
let articleId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  agent = await actorOf(desk, desk.agent);
  members = [await desk.aUser({ name: 'Noor Aziz' }), await desk.aUser({ name: 'Omar Haddad' })];
  group = await aGroup(desk, 'Repairs', members);
  otherBrand = await desk.aBrand('Fenwick Tea');
  await desk.aMailbox('hello@fenwick.example', { brandId: otherBrand });
  await desk.sql.run("INSERT INTO custom_fields (owner, key, label, type) VALUES ('case', 'tier', 'Tier', 'text')");
  const row = await desk.sql.row<{ id: number }>(
    "INSERT INTO webhooks (name, url, secret_sealed) VALUES ('Stock', 'https://stock.example', 'x') RETURNING id",
  );
  webhookId = row!.id;
  articleId = await anArticle();
  await desk.as(desk.administrator).call(surveysApi.write, {
    params: { brandId: desk.brandId },
    body: {
      ...{ enabled: true, automatic: false, ratingType: 'yes_no', words: { en: { question: 'Content?' } } },
      ...{ expiresAfterDays: 14, sendAfterHours: 1, notAgainDays: 0 },
    },
  });
});
afterAll(() => closeDesk(desk));

const examples = () =>
  actionExamples({
    ...{ groupId: group, userId: members[0]?.id ?? 0, brandId: otherBrand, webhookId, writerId: desk.agent.id },
    ...{ field: 'tier', articleId },
  });

async function anArticle(): Promise<number> {
  const administrator = desk.as(desk.administrator);
  const topic = await administrator.call(topicsApi.create, { body: { name: 'Brewing', brandIds: [desk.brandId] } });
  const text = {
    subject: 'Descaling',
    html: '<p>Use acid, {{customer.first_name}}.</p>',
    publishAt: '2026-01-01T00:00:00Z',
  };
  return (await administrator.call(articlesApi.create, { body: { topicId: topic.id, ...text } })).id;
}

const refusalOf = async (actions: unknown) => {
  try {
    await desk.running.get(CheckActions).run(RULE, Actions.parse(actions));
    return [];
  } catch (error) {
    return (error as { extra: { errors: { path: string; message: string }[] } }).extra.errors;
  }
};

describe('each kind of action', () => {
  it.each(ACTION_TYPES)('%s can be kept, is said in words, and does what it says', async (type) => {
    const { first, action, then } = examples()[type];
    const connected = !NEEDS_SALESFORCE.includes(type);
    expect(await refusalOf([action])).toHaveLength(connected ? 0 : 1);

    const { id } = await aCase(desk, { priority: 4 });
    if (first) await apply(desk, RULE, { caseId: id, actions: first });
    const actor = type === 'delete' ? await actorOf(desk, desk.administrator) : agent;
    const [effect] = await apply(desk, actor, { caseId: id, actions: [action] });

    expect(effect).toMatchObject({ index: 0, type, outcome: connected ? 'done' : 'refused' });
    expect(effect!.description).toMatch(/^[A-Z]/);
    const read = { params: { caseId: id } };
    const became = type === 'delete' ? await desk.as(desk.agent).refusal(casesApi.get, read) : await readCase(desk, id);
    expect(became).toMatchObject(then);
  });

  it.each([
    [{ type: 'set-group', groupId: 999_999 }, 'actions.0.groupId', 'There is no such group.'],
    [{ type: 'set-user', userId: 999_999 }, 'actions.0.userId', 'Nobody with this id works here.'],
    [{ type: 'insert-article', articleId: 999_999 }, 'actions.0.articleId', 'There is no such article.'],
    [{ type: 'set-brand', brandId: 999_999 }, 'actions.0.brandId', 'There is no such brand.'],
    [
      { type: 'call-webhook', webhookId: 999_999 },
      'actions.0.webhookId',
      'There is no such webhook, or it is switched off.',
    ],
    [{ type: 'change-priority', by: 0 }, 'actions.0.by', 'Say by how much, up or down.'],
    [{ type: 'set-custom-fields', values: { size: 'L' } }, 'actions.0.values.size', expect.any(String)],
    [
      { type: 'add-note', html: '<p>{{customer.nam}}</p>' },
      'actions.0.html',
      expect.stringContaining('{{customer.name}}'),
    ],
    [
      { type: 'set-subject', subject: '{% if case.id %}' },
      'actions.0.subject',
      expect.stringContaining('never closed'),
    ],
    [
      {
        type: 'send-email',
        recipient: { to: 'address', address: 'support@larkspur.example' },
        subject: 'x',
        html: 'x',
      },
      'actions.0.recipient.address',
      expect.stringContaining('write to itself'),
    ],
    [{ type: 'sync-case' }, 'actions.0.type', expect.stringContaining('Salesforce is not connected')],
  ])('is not kept when it is wrong: %j', async (action, path, message) => {
    expect(await refusalOf([action])).toEqual([{ path, message }]);
  });
});

describe('assigning', () => {
  it('goes round within the group, and tells whose turn it was', async () => {
    const chosen: (number | null | undefined)[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const { id } = await aCase(desk);
      const [effect] = await apply(desk, RULE, {
        caseId: id,
        actions: [{ type: 'assign', by: 'round-robin', groupId: group }],
      });
      expect(effect!.reason).toMatch(/^It is the turn of/);
      chosen.push((await readCase(desk, id)).assignee?.id);
      desk.clock.advance(1000);
    }
    expect(new Set(chosen.slice(0, 2))).toEqual(new Set(members.map(({ id }) => id)));
    expect(chosen.slice(2)).toEqual(chosen.slice(0, 2));
  });

  it('leaves the case as it is when nobody is available', async () => {
    const nobody = await aGroup(desk, 'Nights');
    const { id } = await aCase(desk);
    const effects = await apply(desk, RULE, {
      caseId: id,
      actions: [{ type: 'assign', by: 'least-busy', groupId: nobody }],
    });
    expect(effects).toMatchObject([{ outcome: 'nothing', reason: 'Nobody of the group is available.' }]);
  });

  it('gives a customer back to whoever answered him last', async () => {
    const first = await aCase(desk, { assigneeId: desk.agent.id });
    await desk
      .as(desk.agent)
      .call(casesApi.reply, { params: { caseId: first.id }, body: { text: 'Hello', sequence: first.sequence } });
    const second = await aCase(desk, { customerId: first.customer.id });
    const [effect] = await apply(desk, RULE, {
      caseId: second.id,
      actions: [{ type: 'assign', by: 'last-handler', groupId: null }],
    });
    expect(effect).toMatchObject({ outcome: 'done', reason: 'Mia Larsen answered this customer last.' });
  });
});
