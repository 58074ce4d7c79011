import {
  casesApi,
  feedbackApi,
  mailboxesApi,
  rulesApi,
  surveysApi,
  type Action,
  type UpdateMailbox,
  type WriteSurvey,
} from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { noticesTo } from '../../../../../test/fixtures/links.ts';
import { aCustomerWrites, startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';
import { SubmitFeedback } from '../feedback/submit-feedback.ts';
import { AskCustomers } from './ask-customers.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());
beforeEach(async () => {
  await survey({});
  await mailbox({ survey: 'as-brand', surveyAfterHours: null });
});

const HOUR = 3_600_000;
/** It asks where somebody says so. */
const BY_HAND: WriteSurvey = {
  ...{ enabled: true, ratingType: 'yes_no', words: { en: { question: 'Are you content?', additionalQuestion: '' } } },
  ...{ expiresAfterDays: 14, automatic: false, sendAfterHours: 24, notAgainDays: 0 },
};

async function survey(changes: Partial<WriteSurvey>) {
  await desk
    .as(desk.administrator)
    .call(surveysApi.write, { params: { brandId: desk.brandId }, body: { ...BY_HAND, ...changes } });
}

async function mailbox(body: UpdateMailbox) {
  const { items } = await desk.as(desk.administrator).call(mailboxesApi.list, {});
  for (const { id } of items) {
    await desk.as(desk.administrator).call(mailboxesApi.update, { params: { mailboxId: id }, body });
  }
}

async function setStatus(caseId: number, status: 'open' | 'resolved') {
  await desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { status } });
  await desk.drain();
}

async function hoursPass(hours: number) {
  desk.clock.advance(hours * HOUR);
  await desk.running.get(AskCustomers).run();
  await desk.drain();
}

/** The mails that ask, with a link for each answer. */
async function surveysTo(address: string): Promise<string[]> {
  return (await noticesTo(both, address)).filter((mail) => mail.includes('Are you content?'));
}

const keyIn = (mail = '') => /\/portal\/feedback\/([\w-]{43})\?rating=3/.exec(mail)?.[1] ?? '';

async function answer(mail: string | undefined) {
  await desk.running.get(SubmitFeedback).byKey(desk.brandId, keyIn(mail), { rating: 3, comment: '' });
  await desk.drain();
}

describe('a rule that sends the survey', () => {
  const actions: Action[] = [{ type: 'send-survey' }];

  /** Does something while the rule is on; what it did to the case, the latest first. */
  async function whileRuled(type: 'case-resolved' | 'case-updated', caseId: number, deed: () => Promise<void>) {
    const admin = desk.as(desk.administrator);
    const rule = await admin.call(rulesApi.create, { body: { name: 'Ask', type, actions, enabled: true } });
    await deed();
    await admin.call(rulesApi.delete, { params: { ruleId: rule.id } });
    const { items } = await admin.call(rulesApi.explain, { params: { caseId }, query: {} });
    return items.flatMap(({ rules }) => rules.filter(({ ruleId }) => ruleId === rule.id).flatMap((one) => one.effects));
  }

  it('asks once a case is resolved, tells whom and what, and asks again after it was resolved again', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    const [effect] = await whileRuled('case-resolved', caseId, () => setStatus(caseId, 'resolved'));
    expect(effect).toMatchObject({
      ...{ outcome: 'done', description: 'Send the satisfaction survey' },
      message: { kind: 'email', to: [address], subject: `How did we do? (#${caseId})` },
    });
    expect(JSON.stringify(effect)).not.toContain(keyIn((await surveysTo(address))[0]));

    await setStatus(caseId, 'open');
    await whileRuled('case-resolved', caseId, () => setStatus(caseId, 'resolved'));
    const [first, second, ...more] = await surveysTo(address);
    expect(more).toEqual([]);
    expect(keyIn(second)).not.toBe(keyIn(first));
  });

  it('asks once about one resolution, and nobody who has answered, and says so', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await setStatus(caseId, 'resolved');
    const touch = () => setPriority(caseId);
    await whileRuled('case-updated', caseId, touch);
    const again = await whileRuled('case-updated', caseId, touch);
    expect(again[0]).toMatchObject({
      outcome: 'nothing',
      reason: 'The customer was asked about this resolution already.',
    });

    const [mail, ...more] = await surveysTo(address);
    expect(more).toEqual([]);
    await answer(mail);
    const answered = await whileRuled('case-updated', caseId, touch);
    expect(answered[0]).toMatchObject({ outcome: 'nothing', reason: 'The customer has answered already.' });
  });

  it('asks nobody about a case that is open, for a brand that does not ask, or at an address of a machine', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    const open = await whileRuled('case-updated', caseId, () => setPriority(caseId));
    expect(open[0]).toMatchObject({ outcome: 'nothing', reason: expect.stringContaining('not resolved') });

    await survey({ enabled: false });
    const off = await whileRuled('case-resolved', caseId, () => setStatus(caseId, 'resolved'));
    expect(off[0]).toMatchObject({ outcome: 'nothing', reason: 'The survey of the brand is switched off.' });
    expect(await surveysTo(address)).toEqual([]);

    await survey({});
    const machine = await aCustomerWrites(desk, `noreply-${crypto.randomUUID()}@customer.example`);
    const refused = await whileRuled('case-resolved', machine.caseId, () => setStatus(machine.caseId, 'resolved'));
    expect(refused[0]).toMatchObject({ outcome: 'refused', message: null });
    expect(await surveysTo(machine.address)).toEqual([]);
  });

  it('takes the place of what the desk had planned to ask by itself', async () => {
    await survey({ automatic: true, sendAfterHours: 2 });
    const { address, caseId } = await aCustomerWrites(desk);
    await whileRuled('case-resolved', caseId, () => setStatus(caseId, 'resolved'));
    await hoursPass(3);
    expect(await surveysTo(address)).toHaveLength(1);
  });
});

let priority = 1;
/** A change that is none of the status. */
async function setPriority(caseId: number) {
  priority = (priority % 9) + 1;
  await desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { priority } });
  await desk.drain();
}

describe('a mailbox that sends the survey', () => {
  it('asks after its own hours, the vote shows in the case, and a second resolution is asked about anew', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await mailbox({ survey: 'send', surveyAfterHours: 3 });
    await setStatus(caseId, 'resolved');
    await hoursPass(2);
    expect(await surveysTo(address)).toEqual([]);
    await hoursPass(1.1);
    await hoursPass(30);
    const [mail, ...more] = await surveysTo(address);
    expect(more).toEqual([]);

    await answer(mail);
    const said = await desk.as(desk.agent).call(feedbackApi.ofCase, { params: { caseId } });
    expect(said.items).toMatchObject([{ rating: 3, ratingType: 'yes_no', resolution: 1 }]);

    await setStatus(caseId, 'open');
    await setStatus(caseId, 'resolved');
    await hoursPass(4);
    expect(await surveysTo(address)).toHaveLength(2);
  });

  it('waits as long as the brand does where it says nothing of hours', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await mailbox({ survey: 'send' });
    await setStatus(caseId, 'resolved');
    await hoursPass(20);
    expect(await surveysTo(address)).toEqual([]);
    await hoursPass(5);
    expect(await surveysTo(address)).toHaveLength(1);
  });

  it('asks nobody while the survey of the brand is off, and not once it was told to stop', async () => {
    const first = await aCustomerWrites(desk);
    await mailbox({ survey: 'send', surveyAfterHours: 1 });
    await survey({ enabled: false });
    await setStatus(first.caseId, 'resolved');
    await hoursPass(2);
    await survey({});
    await hoursPass(2);
    expect(await surveysTo(first.address)).toEqual([]);

    const second = await aCustomerWrites(desk);
    await setStatus(second.caseId, 'resolved');
    await mailbox({ survey: 'never' });
    await hoursPass(2);
    expect(await surveysTo(second.address)).toEqual([]);
  });

  it('can be left out where the brand asks by itself', async () => {
    await survey({ automatic: true, sendAfterHours: 0 });
    const { address, caseId } = await aCustomerWrites(desk);
    await mailbox({ survey: 'never' });
    await setStatus(caseId, 'resolved');
    await hoursPass(1);
    expect(await surveysTo(address)).toEqual([]);
  });

  it('says what is wrong with its hours', async () => {
    const { items } = await desk.as(desk.administrator).call(mailboxesApi.list, {});
    const params = { mailboxId: items[0]?.id ?? 0 };
    for (const surveyAfterHours of [-1, 721, 1.5]) {
      const call = desk.as(desk.administrator).call(mailboxesApi.update, { params, body: { surveyAfterHours } });
      await expect(call).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'surveyAfterHours' }] } });
    }
  });
});
