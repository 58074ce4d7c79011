import { caseLinksApi, casesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCustomerWrites,
  anAgentReplies,
  startDeskAndOutside,
  type DeskAndOutside,
} from '../../../../../test/fixtures/outside.ts';
import { noticesTo } from '../../../../../test/fixtures/links.ts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { CaseLinks } from './case-links.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

const links = () => desk.running.get(CaseLinks);
const open = (token: string) => links().open(token, desk.brandId);

/** The tokens of the links in the mails that an address got. */
async function tokensTo(address: string): Promise<string[]> {
  return (await noticesTo(both, address)).flatMap(
    (mail) => /\/customer\/portal\/cases\/([\w-]+)/.exec(mail)?.[1] ?? [],
  );
}

async function anAnsweredCase() {
  const asked = await aCustomerWrites(desk);
  await anAgentReplies(desk, asked.caseId);
  const [token = ''] = await tokensTo(asked.address);
  return { ...asked, token };
}

describe('the link in a mail', () => {
  it('opens exactly the case of the mail, for its customer, on the pages of its brand', async () => {
    const { token, caseId, address } = await anAnsweredCase();
    expect(await open(token)).toMatchObject({ caseId, address });
    expect(await links().open(token, desk.brandId + 1)).toBeUndefined();
  });

  it('cannot be guessed, and is in no table (S37)', async () => {
    const { token } = await anAnsweredCase();
    for (const guess of ['', '1', `1-${'a'.repeat(43)}`, token.slice(0, -1), `${token}a`, token.replace('-', '--')]) {
      expect(await open(guess)).toBeUndefined();
    }
    const secret = token.slice(token.indexOf('-') + 1);
    const rows = await desk.sql.rows<{ row: string }>(
      'SELECT l::text AS row FROM case_access_links l UNION ALL SELECT m::text FROM messages m',
    );
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });

  it('expires, and every new mail puts that off (S38)', async () => {
    const { token, caseId, address } = await anAnsweredCase();
    desk.clock.advance(80 * 86_400_000);
    await anAgentReplies(desk, caseId);
    expect(new Set(await tokensTo(address))).toEqual(new Set([token]));
    desk.clock.advance(80 * 86_400_000);
    expect(await open(token)).toMatchObject({ caseId });
    desk.clock.advance(11 * 86_400_000);
    expect(await open(token)).toBeUndefined();
  });

  it('is revoked by an agent, and the next mail holds another one', async () => {
    const { token, caseId, address } = await anAnsweredCase();
    const params = { caseId };
    const { items } = await desk.as(desk.agent).call(caseLinksApi.revoke, { params });
    expect(items).toMatchObject([{ revokedBy: desk.agent.name, revokedAt: expect.any(String) }]);
    expect(await open(token)).toBeUndefined();

    await anAgentReplies(desk, caseId);
    const renewed = (await tokensTo(address)).find((other) => other !== token) ?? '';
    expect(await open(renewed)).toMatchObject({ caseId });
    expect((await desk.as(desk.agent).call(caseLinksApi.list, { params })).items).toHaveLength(2);
  });

  it('is good no more once the case belongs to somebody else, also when it comes back', async () => {
    const { token, caseId } = await anAnsweredCase();
    const other = await aCustomerWrites(desk);
    const api = desk.as(desk.agent);
    const { customer: before } = await api.call(casesApi.get, { params: { caseId } });
    const { customer: after } = await api.call(casesApi.get, { params: { caseId: other.caseId } });
    await api.call(casesApi.update, { params: { caseId }, body: { customerId: after.id } });
    expect(await open(token)).toBeUndefined();
    await desk.drain();
    await api.call(casesApi.update, { params: { caseId }, body: { customerId: before.id } });
    expect(await open(token)).toBeUndefined();
  });

  it('is not in a mail that somebody else gets too: that one names the page behind the sign-in', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId, { cc: ['colleague@customer.example'] });
    const [mail = ''] = await noticesTo(both, address);
    expect(mail).toContain(`/customer/portal/private/cases/${caseId}`);
    expect(mail).not.toContain('/customer/portal/cases/');
  });
});
