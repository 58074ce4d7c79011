import { casesApi, questionsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { anAnswer, aQuestion, aTopic } from './question.fixture.ts';
import { aVisitor } from './visitor.fixture.ts';

let desk: TestDesk;
let heron: { id: number; slug: string };
let topicId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  heron = await aCenter(desk, { name: 'Heron' });
  await desk.aMailbox('help@heron.example', { brandId: heron.id });
  topicId = await aTopic(desk, [heron.id]);
});
afterAll(() => closeDesk(desk));

const search = async (words: string, { cookie, slug = heron.slug }: { cookie?: string; slug?: string } = {}) =>
  (
    await visit(desk, `/support/${slug}/customer/portal/articles/search?q=${encodeURIComponent(words)}`, {
      ...(cookie && { cookie }),
    })
  ).text;

const completed = async (term: string, slug = heron.slug): Promise<{ id: string; value: string }[]> =>
  JSON.parse((await visit(desk, `/support/${slug}/customer/portal/articles/autocomplete?term=${term}`)).text);

const ask = (subject: string, text = 'Please help', topic = topicId) =>
  aQuestion(desk, heron.id, { topicId: topic, subject, text });

describe('the search of a support center', () => {
  it('finds questions beside articles, by their words, by those of an answer, and despite a typo', async () => {
    const id = await ask('Which kettle for the gooseneck?', 'Mine drips on the worktop.');
    const address = `/support/${heron.slug}/customer/portal/questions/${id}-which-kettle-for-the-gooseneck`;
    expect(await search('kettle')).toContain(`href="${address}"`);
    expect(await search('worktop drips')).toContain('<mark>drips</mark>');
    expect(await search('gooseneckk')).toContain(address);

    expect(await search('thermostat')).not.toContain(address);
    await anAnswer(desk, heron.id, id, 'Take the one with a thermostat.');
    const found = await search('kettle thermostat');
    expect(found).toContain('<mark>thermostat</mark>');
    expect(found).toContain('1 answer');
    expect(found.split(address)).toHaveLength(2);
  });

  it('completes what is typed with questions, also misspelled', async () => {
    await ask('Portafilter basket sizes');
    expect(await completed('porta')).toMatchObject([{ value: 'Portafilter basket sizes' }]);
    expect(await completed('portafiltre')).toMatchObject([{ value: 'Portafilter basket sizes' }]);
  });

  it('shows no question of another brand, nor where questions are not offered (S32)', async () => {
    await ask('Tamper diameter');
    const wren = await aCenter(desk, { name: 'Wren' });
    expect(await search('tamper', { slug: wren.slug })).not.toContain('Tamper diameter');
    expect(await completed('tamper', wren.slug)).toEqual([]);
  });

  it('shows signed-in customers what is theirs to read, and guests not', async () => {
    const inside = await aTopic(desk, [heron.id], 'signed-in');
    const { cookie } = await aVisitor(desk, heron.id);
    await ask('Rebate for resellers', 'How much?', inside);
    expect(await search('rebate')).not.toContain('Rebate for resellers');
    expect(await completed('rebate')).toEqual([]);
    expect(await search('rebate', { cookie })).toContain('-rebate-for-resellers"');
  });

  it('finds nothing of what waits, was rejected, erased or is in the trash', async () => {
    const id = await ask('Steam wand', 'It whistles like a locomotive');
    const params = { questionId: id };
    expect(await search('locomotive')).toContain('<mark>locomotive</mark>');
    const { case: supportCase } = await desk
      .as(desk.administrator)
      .call(questionsApi.judge, { params, body: { state: 'rejected' } });
    expect(await search('locomotive')).not.toContain('Steam');

    await desk.as(desk.administrator).call(questionsApi.judge, { params, body: { state: 'published' } });
    const erased = "UPDATE messages SET text = '', visible_length = 0, erased_at = now() WHERE case_id = $1";
    await desk.sql.run(erased, [supportCase.id]);
    expect(await search('locomotive')).not.toContain('Steam');
    expect(await search('steam wand')).toContain(`questions/${id}-steam-wand`);
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [supportCase.id]);
    expect(await search('steam wand')).not.toContain(`questions/${id}-steam-wand`);
  });

  it('does not find what an agent answered while he can still take it back', async () => {
    const id = await ask('Milk jug');
    const params = { questionId: id };
    const { case: supportCase } = await desk
      .as(desk.administrator)
      .call(questionsApi.judge, { params, body: { state: 'published' } });
    const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId: supportCase.id } });
    await desk.as(desk.agent).call(questionsApi.answer, { params, body: { text: 'Take the pewter one.', sequence } });
    await desk.drain();
    await desk.sql.run("UPDATE deliveries SET state = 'pending', attempts = 0, undo_until = $2 WHERE case_id = $1", [
      supportCase.id,
      new Date(desk.clock.now().getTime() + 3_600_000),
    ]);
    expect(await search('pewter')).not.toContain('Milk');
    await desk.sql.run("UPDATE deliveries SET state = 'cancelled' WHERE case_id = $1", [supportCase.id]);
    expect(await search('pewter')).not.toContain('Milk');
    await desk.sql.run("UPDATE deliveries SET state = 'sent' WHERE case_id = $1", [supportCase.id]);
    expect(await search('pewter')).toContain('<mark>pewter</mark>');
  });

  it('pages through both as through one list', async () => {
    for (let number = 1; number <= 12; number++) await ask(`Saucer ${number}`, 'Which saucer?');
    const first = await search('saucer');
    expect(first.match(/class="name"/g)).toHaveLength(10);
    expect(first).toContain('rel="next"');
    const { text } = await visit(desk, `/support/${heron.slug}/customer/portal/articles/search?q=saucer&page=2`);
    expect(text.match(/class="name"/g)).toHaveLength(2);
  });
});
