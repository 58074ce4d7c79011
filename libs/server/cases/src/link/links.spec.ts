import { casesApi, relatedApi, type RouteInput } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '../case/case.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

type Body = RouteInput<typeof relatedApi.link>['body'];
const link = (caseId: number, body: Body) => desk.as(desk.agent).call(relatedApi.link, { params: { caseId }, body });
const related = (caseId: number, who = desk.agent) => desk.as(who).call(relatedApi.get, { params: { caseId } });

describe('the cases around a case', () => {
  it('are tied once from either side, told in both, and untied from either', async () => {
    const [one, two] = [await aCase(desk, { subject: 'One' }), await aCase(desk, { subject: 'Two' })];

    await Promise.all([link(one.id, { caseId: two.id }), link(two.id, { caseId: one.id })]);

    expect((await related(one.id)).links).toMatchObject([{ case: { id: two.id, subject: 'Two' }, url: null }]);
    const [tie] = (await related(two.id)).links;
    expect(tie).toMatchObject({ case: { id: one.id } });
    expect((await readCase(desk, one.id)).sequence).toBe(one.sequence + 1);
    await desk.as(desk.agent).call(relatedApi.unlink, { params: { caseId: two.id, linkId: tie!.id } });
    expect((await related(one.id)).links).toEqual([]);
  });

  it('may be a page elsewhere, by http or https only', async () => {
    const { id } = await aCase(desk);
    const { links } = await link(id, { url: 'https://issues.example/BUG-7', title: 'BUG-7' });
    expect(links).toMatchObject([{ case: null, url: 'https://issues.example/BUG-7', title: 'BUG-7' }]);

    const hostile = { params: { caseId: id }, body: { url: 'javascript:alert(1)', title: '' } };
    expect(await desk.as(desk.agent).refusal(relatedApi.link, hostile)).toMatchObject({ status: 422 });
    const itself = { params: { caseId: id }, body: { caseId: id } };
    expect(await desk.as(desk.agent).refusal(relatedApi.link, itself)).toMatchObject({ status: 422 });
  });

  it('are those of the same customer and company', async () => {
    const domain = `${crypto.randomUUID()}.example`;
    await desk.sql.run(
      `WITH made AS (INSERT INTO companies (name) VALUES ($1) RETURNING id)
       INSERT INTO company_domains (domain, company_id) SELECT $1, id FROM made`,
      [domain],
    );
    const of = (name: string) => ({ customer: { address: `${name}@${domain}`, name } });
    const [mine, again, colleagues] = [
      await aCase(desk, of('ana')),
      await aCase(desk, of('ana')),
      await aCase(desk, of('bo')),
    ];

    const around = await related(mine.id);
    expect(around.ofCustomer.map(({ id }) => id)).toEqual([again.id]);
    expect(around.ofCompany.map(({ id }) => id)).toEqual([colleagues.id]);
  });

  it('are only those that the reader may see', async () => {
    const reader = await somebody(desk, { scope: 'assigned' });
    const [mine, theirs] = [await aCase(desk, { assigneeId: reader.id }), await aCase(desk)];
    await desk.as(desk.agent).call(casesApi.update, {
      params: { caseId: theirs.id },
      body: { customerId: mine.customer.id },
    });
    await link(mine.id, { caseId: theirs.id });

    expect(await related(mine.id, reader)).toMatchObject({ links: [], ofCustomer: [] });
    const tied = { params: { caseId: mine.id }, body: { caseId: theirs.id } };
    expect(await desk.as(reader).refusal(relatedApi.link, tied)).toMatchObject({ status: 422 });
    const around = { params: { caseId: theirs.id } };
    expect(await desk.as(reader).refusal(relatedApi.get, around)).toEqual({ status: 404, code: 'case.not-found' });
  });
});
