import {
  casesApi,
  macrosApi,
  rulesApi,
  salesforceChatterApi,
  salesforceLinksApi,
  type ChatterSettings,
} from '@bureau/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';

let world: DeskAndSalesforce;
let erin: string;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  erin = world.org.userId('erin@larkspur.example');
});
afterAll(() => world.close());
afterEach(() => world.org.clearFailures());

const admin = () => world.desk.as(world.desk.administrator);

async function push() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
  await world.desk.drain();
}

const posts = (body: Partial<ChatterSettings>) =>
  admin().call(salesforceChatterApi.update, {
    body: { enabled: true, statuses: ['pending', 'resolved'], template: 'Now {{case.status}}.', ...body },
  });

let people = 0;
async function aCase(subject = 'The grinder is stuck') {
  people += 1;
  const customer = { address: `ana${people}@fern.example`, name: 'Ana Fern' };
  const { id } = await admin().call(casesApi.open, { body: { subject, text: 'It does not turn.', customer } });
  await push();
  return id;
}

const become = (caseId: number, status: 'open' | 'pending' | 'resolved' | 'new') =>
  admin().call(casesApi.update, { params: { caseId }, body: { status } });

const there = (caseId: number) => world.org.records('Case').find((row) => row['Desk_Id__c'] === String(caseId));
const feed = (caseId: number) =>
  world.org
    .records('FeedItem')
    .filter((row) => row['ParentId'] === there(caseId)?.['Id'])
    .map((row) => row['Body']);

describe('the feed of a linked case', () => {
  it('hears of each status that was chosen, in order, with whom it mentions', async () => {
    await posts({
      template: `@[${erin}] {{case.user.name_public | default: "Somebody"}}: {{case.status}} ({{case.id}})`,
    });
    const id = await aCase();
    for (const status of ['open', 'pending', 'open', 'resolved'] as const) await become(id, status);
    await push();
    expect(feed(id)).toEqual([`@Erin Sales Somebody: pending (${id})`, `@Erin Sales Somebody: resolved (${id})`]);
  });

  it('hears of all that happened before it was linked, however much that is', async () => {
    const id = await aCase();
    await world.desk.sql.run(
      `INSERT INTO salesforce_posts (case_id, segments, at)
       SELECT $1, jsonb_build_array(jsonb_build_object('text', 'Post ' || n)), now() FROM generate_series(1, 53) n`,
      [id],
    );
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Talked about' } });
    await push();
    expect(feed(id)).toHaveLength(53);
    expect(feed(id).at(-1)).toBe('Post 53');
  });

  it('hears of an answer that resolves the case, once', async () => {
    await posts({});
    const id = await aCase();
    await admin().call(casesApi.reply, {
      params: { caseId: id },
      body: {
        text: 'Turn it off and on.',
        status: 'resolved',
        sequence: (await admin().call(casesApi.get, { params: { caseId: id } })).sequence,
      },
    });
    await push();
    expect(feed(id)).toEqual(['Now resolved.']);
    await push();
    expect(feed(id)).toHaveLength(1);
  });

  it('does not hear of what Salesforce itself changed, nor of a status that nobody chose', async () => {
    await posts({});
    const id = await aCase();
    world.org.as().edit(String(there(id)?.['Id']), { Status: 'Resolved' });
    world.passes(10_000);
    await world.desk.running.get(PullSalesforce).run();
    await push();
    expect(await admin().call(casesApi.get, { params: { caseId: id } })).toMatchObject({ status: 'resolved' });
    await become(id, 'open');
    await push();
    expect(feed(id)).toEqual([]);
  });

  it('hears only of what happens after the case was linked, and of nothing while posting is off', async () => {
    await posts({});
    const record = { params: { object: 'case' as const, deskId: 0 } };
    const id = await aCase();
    record.params.deskId = id;
    await admin().call(salesforceLinksApi.unlink, record);
    await become(id, 'pending');
    await push();
    await admin().call(salesforceLinksApi.link, { ...record, body: {} });
    await push();
    expect(feed(id)).toEqual([]);

    await posts({ enabled: false });
    await become(id, 'resolved');
    await push();
    expect(feed(id)).toEqual([]);
    await posts({});
    await become(id, 'pending');
    await push();
    expect(feed(id)).toEqual(['Now pending.']);
  });

  it('hears it once though the answer was lost', async () => {
    await posts({ template: `Hello @[${erin}]: {{case.status}}` });
    const id = await aCase();
    world.org.fault({
      ...{ path: '/services/data/*/chatter/feed-elements', method: 'POST', times: 1 },
      effect: { kind: 'lose-answer' },
    });
    await become(id, 'pending');
    for (let turn = 0; turn < 3; turn++) await push();
    expect(feed(id)).toEqual(['Hello @Erin Sales: pending']);
    expect(await world.desk.sql.rows('SELECT FROM salesforce_outbox')).toEqual([]);
  });

  it('calls nobody whom a customer names in a subject', async () => {
    await posts({ template: '{{case.subject}}' });
    const id = await aCase(`Look @[${erin}]`);
    await become(id, 'pending');
    await push();
    expect(feed(id)).toEqual([`Look @[${erin}]`]);
  });
});

describe('a post that Salesforce does not take', () => {
  it('is among the failures, and goes when somebody tries again', async () => {
    await posts({ template: 'Hello @[005000000000001AAA], {{case.status}}' });
    const id = await aCase();
    await become(id, 'pending');
    await push();
    const { items } = await admin().call(salesforceLinksApi.problemGroups, {});
    expect(items).toContainEqual(
      expect.objectContaining({ object: 'case', child: 'post', code: 'INVALID_ID_FIELD', count: 1 }),
    );
    const rows = await admin().call(salesforceLinksApi.problems, { query: { code: 'INVALID_ID_FIELD' } });
    expect(rows.items).toMatchObject([{ record: { object: 'case', deskId: id }, child: 'post' }]);

    await posts({});
    await become(id, 'resolved');
    await push();
    expect(feed(id)).toEqual(['Now resolved.']);

    await world.desk.sql.run(
      `UPDATE salesforce_posts SET segments = '[{"text": "Hello, pending"}]' WHERE case_id = $1 AND segments @> '[{"mention": "005000000000001AAA"}]'`,
      [id],
    );
    expect(await admin().call(salesforceLinksApi.retry, { body: { code: 'INVALID_ID_FIELD' } })).toEqual({ count: 1 });
    await push();
    expect(feed(id)).toEqual(['Now resolved.', 'Hello, pending']);
    const after = await admin().call(salesforceLinksApi.problemGroups, {});
    expect(after.items.filter(({ child }) => child === 'post')).toEqual([]);
  });
});

describe('the action "Post to Chatter"', () => {
  const action = (text: string) => ({ type: 'post-to-chatter' as const, text });

  it('of a macro posts what it says to the feed of the case', async () => {
    await posts({ enabled: false });
    const id = await aCase();
    const { id: macroId } = await admin().call(macrosApi.create, {
      body: { name: 'Tell sales', actions: [action(`@[${erin}], {{customer.first_name}} waits.`)] },
    });
    const wanted = { params: { caseId: id }, body: { macroIds: [macroId] } };
    const preview = await admin().call(macrosApi.preview, wanted);
    expect(preview.effects).toMatchObject([{ outcome: 'done', reason: null }]);
    const applied = await admin().call(macrosApi.apply, wanted);
    expect(applied.effects).toMatchObject([{ type: 'post-to-chatter', outcome: 'done', reason: null }]);
    await push();
    expect(feed(id)).toEqual(['@Erin Sales, Ana waits.']);

    await admin().call(salesforceLinksApi.unlink, { params: { object: 'case', deskId: id } });
    const apart = await admin().call(macrosApi.apply, wanted);
    expect(apart.effects).toMatchObject([{ outcome: 'nothing', reason: 'The case is not linked to Salesforce.' }]);
  });

  it('of a rule about new cases posts as soon as the case is in Salesforce', async () => {
    await posts({ enabled: false });
    const rule = await admin().call(rulesApi.create, {
      body: {
        ...{ name: 'Announce', type: 'case-created', conditions: { match: 'all', conditions: [] }, enabled: true },
        actions: [action('New: {{case.subject}}')],
      },
    });
    const id = await aCase('Announced');
    await push();
    expect(feed(id)).toEqual(['New: Announced']);
    const { items } = await admin().call(rulesApi.explain, { params: { caseId: id } });
    expect(JSON.stringify(items)).toContain('It is posted as soon as the case is in Salesforce.');
    await admin().call(rulesApi.delete, { params: { ruleId: rule.id } });
  });

  it('is kept only without mistakes', async () => {
    const create = (text: string) =>
      admin().send(macrosApi.create, { body: { name: crypto.randomUUID(), actions: [action(text)] } });
    expect(await (await create('{{feedback.link}}')).json()).toMatchObject({ errors: [{ path: 'actions.0.text' }] });
    expect(await (await create(`@[${erin}]`.repeat(26))).json()).toMatchObject({
      errors: [{ path: 'actions.0.text', message: 'A post mentions at most 25 users.' }],
    });
  });
});

describe('the settings', () => {
  it('are for administrators, and say what is missing', async () => {
    expect(await world.desk.as(world.desk.agent).refusal(salesforceChatterApi.get, {})).toMatchObject({ status: 403 });
    const wanted = { body: { enabled: true, statuses: [], template: '' } };
    const answer = await admin().send(salesforceChatterApi.update, wanted);
    expect(await answer.json()).toMatchObject({
      errors: [
        { path: 'statuses', message: 'Choose at least one status.' },
        { path: 'template', message: 'Write what is posted.' },
      ],
    });
    const typo = await admin().send(salesforceChatterApi.update, {
      body: { enabled: false, statuses: [], template: '{{case.statos}}' },
    });
    expect(await typo.json()).toMatchObject({
      errors: [{ path: 'template', message: expect.stringContaining('{{case.status}}') }],
    });

    const kept = await posts({ statuses: ['resolved', 'open', 'open'] });
    expect(kept.statuses).toEqual(['open', 'resolved']);
    expect(await admin().call(salesforceChatterApi.get, {})).toEqual(kept);
  });

  it('list whom a post can mention', async () => {
    const { items } = await admin().call(salesforceChatterApi.people, { query: { words: 'erin' } });
    expect(items).toEqual([{ id: erin, name: 'Erin Sales', username: 'erin@larkspur.example' }]);
  });
});
