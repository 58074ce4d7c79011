import { articlesApi, casesApi, topicsApi, type Actions, type Actor, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { actorOf, aGroup, apply, RULE } from '../action/actions.fixture.ts';

/** A picture of one dot. */
const DOT = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let desk: TestDesk;
let agent: Actor;
let group: number;
let members: Person[];
beforeAll(async () => {
  desk = await startTestDesk();
  agent = await actorOf(desk, desk.agent);
  members = [await desk.aUser({ name: 'Noor Aziz' }), await desk.aUser({ name: 'Omar Haddad' })];
  group = await aGroup(desk, 'Repairs', members);
});
afterAll(() => closeDesk(desk));

describe('a quick reply', () => {
  const reply = (html: string): Actions => [{ type: 'quick-reply', html, plain: null, subject: null }];

  const messagesOf = async (caseId: number) =>
    (await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: {} })).items.filter(
      (item): item is FeedMessage => item.kind === 'message',
    );

  /** A customer writes a mail; gives the case. */
  const aMail = async (mail: Partial<Parameters<typeof sendMail>[1]> = {}) => {
    const from = `Ana Sol <${crypto.randomUUID()}@customer.example>`;
    const subject = crypto.randomUUID();
    await sendMail(desk, { from, subject, messageId: `<${crypto.randomUUID()}@customer.example>`, ...mail });
    await desk.drain();
    const row = await desk.sql.row<{ id: number }>('SELECT id FROM cases WHERE subject = $1', [
      mail.subject ?? subject,
    ]);
    return row!.id;
  };

  it('of a macro is handed back for the composer, and says what is missing', async () => {
    const { id } = await aCase(desk);
    const [effect] = await apply(desk, agent, {
      caseId: id,
      actions: reply('<p>Hello {{customer.first_name}} of {{company.name}}</p>'),
    });
    expect(effect!.message).toMatchObject({ kind: 'reply', html: '<p>Hello Ana of </p>', missing: ['company.name'] });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('of a rule is sent as the desk’s own answer, which is no agent’s: the case stays new', async () => {
    const caseId = await aMail();
    const [effect] = await apply(desk, RULE, { caseId, actions: reply('<p>We look at case {{case.id}}.</p>') });
    expect(effect).toMatchObject({ outcome: 'done', message: { kind: 'reply' } });
    expect((await messagesOf(caseId)).at(-1)).toMatchObject({
      direction: 'out',
      automatic: 'auto-answer',
      author: { kind: 'rule', name: 'Urgent first' },
      text: expect.stringContaining(`We look at case ${caseId}.`),
    });
    expect(await readCase(desk, caseId)).toMatchObject({ status: 'new' });
  });

  it('of a rule takes the pictures of an article along', async () => {
    const administrator = desk.as(desk.administrator);
    const topic = await administrator.call(topicsApi.create, { body: { name: 'Care', brandIds: [desk.brandId] } });
    const html = `<p>So it looks: <img src="data:image/gif;base64,${DOT}" alt="A dot"></p>`;
    const article = await administrator.call(articlesApi.create, {
      body: { topicId: topic.id, subject: 'Descaling', html, publishAt: '2026-01-01T00:00:00Z' },
    });
    const caseId = await aMail();

    await apply(desk, RULE, { caseId, actions: [{ type: 'insert-article', articleId: article.id }] });

    const said = (await messagesOf(caseId)).at(-1)!;
    expect(said.attachments).toMatchObject([{ inline: true, contentType: 'image/gif' }]);
    expect(said.html).toContain(`src="${said.attachments[0]!.url}"`);
  });

  it('repeats nothing that a stranger wrote to whom nothing proves to be the sender', async () => {
    const subject = 'Buy pills at evil.example';
    const caseId = await aMail({ subject });
    const [effect] = await apply(desk, RULE, {
      caseId,
      actions: reply('<p>Hello {{customer.first_name | default: "there"}}: {{case.subject}} {{interaction.body}}</p>'),
    });
    const said = (await messagesOf(caseId)).at(-1)!;
    expect(`${said.subject} ${said.text}`).not.toMatch(/pills|Ana|sound/);
    expect(said.text).toContain('Hello there:');
    expect(effect!.reason).toContain('case.subject, interaction.body');
  });

  it('speaks of the message that it is about, with the words that fit it', async () => {
    const caseId = await aMail({ subject: 'Refund, please' });
    const html =
      '<p>{% if interaction.subject contains "refund" %}Refund for {{interaction.from_name}}{% else %}Other{% endif %} ({{interaction.body}})</p>';
    const [effect] = await apply(desk, RULE, { caseId, actions: [{ type: 'add-note', html }] });
    expect(effect!.message).toMatchObject({ text: 'Refund for Ana Sol (It makes no sound.)', missing: [] });
  });

  it('never goes to machines, and no more than three times an hour to one address', async () => {
    const machine = await aMail({ headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await apply(desk, RULE, { caseId: machine, actions: reply('<p>Hello</p>') })).toMatchObject([
      { outcome: 'refused', reason: 'The last mail came from a machine, or wants no automatic answer.' },
    ]);
    const person = await aMail();
    const outcomes = [];
    for (let time = 0; time < 4; time++) {
      const [effect] = await apply(desk, RULE, { caseId: person, actions: reply('<p>Hello</p>') });
      outcomes.push(effect!.outcome);
    }
    expect(outcomes).toEqual(['done', 'done', 'done', 'refused']);
    const log = await desk.sql.row<{ message: string }>(
      "SELECT message FROM system_log WHERE part = 'acknowledgement' ORDER BY id DESC LIMIT 1",
    );
    expect(log!.message).toContain('3 automatic answers in an hour');
  });

  it('acknowledges once in a conversation', async () => {
    const caseId = await aMail();
    const acknowledge: Actions = [{ type: 'acknowledge' }];
    expect(await apply(desk, RULE, { caseId, actions: acknowledge })).toMatchObject([{ outcome: 'done' }]);
    expect(await apply(desk, RULE, { caseId, actions: acknowledge })).toMatchObject([
      { outcome: 'nothing', reason: 'This conversation was acknowledged already.' },
    ]);
  });
});

describe('a mail to colleagues', () => {
  it('goes to those of the group who may see the case, once the write is done', async () => {
    const { id } = await aCase(desk);
    const [effect] = await apply(desk, RULE, {
      caseId: id,
      actions: [
        {
          type: 'send-email',
          recipient: { to: 'group', groupId: group },
          subject: 'Case {{case.id}}',
          html: '<p>{{case.url}}</p>',
        },
      ],
    });
    expect(effect!.message).toMatchObject({
      kind: 'email',
      to: members.map(({ email }) => email),
      subject: `Case ${id}`,
    });
    expect(effect!.message!.text).toMatch(new RegExp(`/cases/inbox/${id}$`));
  });

  it('says when there is nobody to write to', async () => {
    const { id } = await aCase(desk);
    const [effect] = await apply(desk, RULE, {
      caseId: id,
      actions: [{ type: 'send-email', recipient: { to: 'assignee' }, subject: 'x', html: '<p>x</p>' }],
    });
    expect(effect).toMatchObject({ outcome: 'nothing', reason: 'Nobody is assigned who may see the case.' });
  });

  it('to somebody outside is shown in the case, and marked as written by a machine', async () => {
    const { id } = await aCase(desk);
    const [effect] = await apply(desk, RULE, {
      caseId: id,
      actions: [
        {
          type: 'send-email',
          recipient: { to: 'address', address: 'parts@supplier.example' },
          subject: 'Order for {{case.id}}',
          html: '<p>One seal, please.</p>',
        },
      ],
    });
    expect(effect).toMatchObject({ outcome: 'done', message: { to: ['parts@supplier.example'] } });
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id }, query: {} });
    expect(feed.items.at(-1)).toMatchObject({
      kind: 'message',
      purpose: 'forward',
      automatic: 'auto-answer',
      subject: `Order for ${id}`,
      author: { kind: 'rule' },
      to: [{ address: 'parts@supplier.example' }],
    });
  });
});
