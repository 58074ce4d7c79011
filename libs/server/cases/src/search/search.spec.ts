import { API } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let number = 0;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(async () => {
  await closeDesk(desk);
});

/** A case whose texts hold a word that no other case has. */
async function aCase(fields: { subject?: string; text?: string; name?: string; address?: string } = {}) {
  const { subject = 'A question', text = 'Hello', name = '', address } = fields;
  const customer = { name, address: address ?? `customer-${(number += 1)}@people.example` };
  const { id } = await desk.as(desk.agent).call(API.cases.open, { body: { subject, text, customer, priority: 4 } });
  return id;
}

async function find(q: string, person: Person = desk.agent) {
  await desk.drain();
  return desk.as(person).call(API.search.cases, { query: { q } });
}

async function found(q: string, person: Person = desk.agent): Promise<number[]> {
  return (await find(q, person)).items.map(({ id }) => id);
}

describe('a search for words', () => {
  it('finds a case by its subject, its messages, its customer and its number', async () => {
    const id = await aCase({
      subject: 'Quince jam',
      text: 'It arrived mouldy.',
      name: 'Zélie Okonkwo',
      address: 'zelie@quincehouse.example',
    });
    for (const q of ['quinces', 'mouldy', 'zelie', 'Okonkwo', 'quincehouse', 'zelie@quincehouse.example', `#${id}`]) {
      expect(await found(q), q).toEqual([id]);
    }
  });

  it('wants all words, phrases side by side, and nothing that is excluded', async () => {
    const [near, far] = [
      await aCase({ text: 'The purple kettle leaks.' }),
      await aCase({ text: 'A kettle, and a purple lid.' }),
    ];
    expect((await found('purple kettle')).toSorted()).toEqual([near, far]);
    expect(await found('"purple kettle"')).toEqual([near]);
    expect(await found('kettle -leaks')).toEqual([far]);
    expect(await found('kettle -"purple kettle"')).toEqual([far]);
    expect(await found('purple kettle samovar')).toEqual([]);
  });

  it('finds part of an order number, a word in Japanese, and the beginning of a word', async () => {
    const id = await aCase({ text: 'Order QX-20931/b, 注文の返金をお願いします, gesundheitsamt' });
    for (const q of ['20931', 'QX-20931', 'qx-20931/b', '返金', 'gesundheit*']) expect(await found(q), q).toEqual([id]);
  });

  it('puts what is in the subject before what is only in the text, and marks both', async () => {
    const inText = await aCase({ subject: 'Hello', text: 'About the trampoline: it squeaks.' });
    const inSubject = await aCase({ subject: 'Trampolines', text: 'Hello' });
    const { items, count, more } = await find('trampoline');
    expect(items.map(({ id }) => id)).toEqual([inSubject, inText]);
    expect({ count, more }).toEqual({ count: 2, more: false });
    expect(items[0]).toMatchObject({ subjectMarks: [[0, 11]], found: null });
    expect(items[1]).toMatchObject({
      subjectMarks: [],
      found: { kind: 'message', text: 'About the trampoline: it squeaks.', marks: [[10, 20]] },
    });
  });

  it('shows page after page without losing or repeating a case', async () => {
    const ids = [];
    for (let n = 0; n < 7; n += 1)
      ids.push(await aCase({ subject: n % 2 ? 'Xylophone' : 'Hello', text: 'xylophone '.repeat(1 + n) }));
    await desk.drain();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk
        .as(desk.agent)
        .call(API.search.cases, { query: { q: 'xylophone', limit: 3, ...(cursor && { cursor }) } });
      expect(page.count).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.toSorted((a, b) => a - b)).toEqual(ids);
  });

  it('finds a name that is not written quite right, and says whom it meant', async () => {
    const id = await aCase({ name: 'Birgitta Johansson', text: 'Hello' });
    const { items, similar } = await find('Johanson');
    expect(items.map((item) => item.id)).toEqual([id]);
    expect(similar).toMatchObject([{ kind: 'customer', name: 'Birgitta Johansson' }]);
  });
});

describe('an operator', () => {
  it('narrows down by what a case is, who wrote, and when', async () => {
    const id = await aCase({ text: 'A barometer', name: 'Odette Varga', address: 'odette@varga.example' });
    const other = await aCase({ text: 'Another barometer' });
    await desk
      .as(desk.agent)
      .call(API.cases.update, { params: { caseId: id }, body: { assigneeId: desk.agent.id, status: 'pending' } });
    for (const q of [
      'from:odette',
      'from:varga.example',
      'from:"odette varga"',
      'status:pending',
      'is:mine',
      'assigned:me',
      'assigned:"mia larsen"',
      'customer:varga',
      '-is:unassigned',
      '-status:new',
    ]) {
      expect(await found(`barometer ${q}`), q).toEqual([id]);
    }
    for (const q of ['is:unassigned', '-from:odette', 'status:new', '-is:mine'])
      expect(await found(`barometer ${q}`), q).toEqual([other]);
    for (const q of [
      'to:support@larkspur.example',
      'channel:email',
      'brand:larkspur',
      'is:open',
      'after:yesterday',
      'before:2999',
      '-has:note',
      '-is:spam',
    ]) {
      expect((await found(`barometer ${q}`)).toSorted(), q).toEqual([id, other]);
    }
    for (const q of [
      'before:2000',
      'after:2999',
      'label:nobody',
      'status:closed',
      'has:note',
      'is:deleted',
      'company:acme',
    ]) {
      expect(await found(`barometer ${q}`), q).toEqual([]);
    }
  });

  it('names a filter, whose cases are searched', async () => {
    const id = await aCase({ text: 'A theodolite' });
    const done = await aCase({ text: 'Another theodolite' });
    await desk.as(desk.agent).call(API.cases.update, { params: { caseId: done }, body: { status: 'resolved' } });
    expect(await found('theodolite filter:inbox')).toEqual([id]);
    expect(await found('theodolite filter:resolved')).toEqual([done]);
    expect(await found('theodolite filter:inbox filter:resolved')).toEqual([]);
    expect(await found('filter:resolved')).toContain(done);
    expect(await found('filter:resolved')).not.toContain(id);
    expect(await find('theodolite filter:nowhere')).toMatchObject({ items: [], hints: [{ part: 'filter:nowhere' }] });
  });

  it('that there is not is text, and says so', async () => {
    const id = await aCase({ text: 'Please look into colour:teal' });
    const { items, hints } = await find('colour:teal');
    expect(items.map((item) => item.id)).toEqual([id]);
    expect(hints).toMatchObject([{ part: 'colour:teal' }]);
  });

  it('that names nobody finds nothing and says so', async () => {
    expect(await find('label:nowhere')).toMatchObject({ items: [], count: 0, hints: [{ part: 'label:nowhere' }] });
  });
});

describe('what somebody may not see', () => {
  it('is neither found nor counted nor named', async () => {
    const seen = await aCase({ text: 'The astrolabe is bent.' });
    await aCase({ text: 'The astrolabe is lost.', name: 'Ludmilla Secretova' });
    const mine = await desk.aUser({ name: 'Only Mine' });
    await desk.sql.run(
      `WITH narrow AS (INSERT INTO roles (name, permissions, case_scope) SELECT 'Own cases', permissions, 'assigned' FROM roles WHERE key = 'agent' RETURNING id)
       UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = $1`,
      [mine.id],
    );
    await desk.sql.run('UPDATE cases SET assignee_id = $1 WHERE id = $2', [mine.id, seen]);

    expect(await find('astrolabe', mine)).toMatchObject({ count: 1, more: false, items: [{ id: seen }] });
    expect(await find('Ludmila Sekretova', mine)).toMatchObject({ count: 0, items: [], similar: [] });
    expect((await find('Ludmila Sekretova')).count).toBe(1);

    // The index may be behind: the case itself decides.
    await desk.drain();
    await desk.sql.run(`UPDATE cases SET assignee_id = NULL WHERE id = $1`, [seen]);
    const answer = await desk.as(mine).call(API.search.cases, { query: { q: 'astrolabe' } });
    expect(answer).toMatchObject({ count: 0, items: [] });
  });

  it('is in the trash for everybody who may not look there', async () => {
    const id = await aCase({ text: 'A discarded sextant' });
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [id]);
    expect(await found('sextant')).toEqual([]);
    expect(await found('sextant is:deleted', desk.administrator)).toEqual([id]);
    const { items, hints } = await find('sextant is:deleted');
    expect(items).toEqual([]);
    expect(hints).toMatchObject([{ part: 'is:deleted' }]);
  });

  it('needs no right but to see cases, and that one', async () => {
    expect((await desk.anybody.refusal(API.search.cases, { query: { q: 'x' } })).status).toBe(401);
  });
});

describe('the index', () => {
  it('follows what is renamed, added and taken away', async () => {
    const id = await aCase({ text: 'Hello', name: 'Old Surname', address: 'rename@people.example' });
    expect(await found('surname')).toEqual([id]);
    await desk.sql.run(`UPDATE customers SET name = 'Fresh Nachname' WHERE address = 'rename@people.example'`);
    await desk.sql.run(
      `INSERT INTO notes (case_id, sequence, text, author, at) VALUES ($1, 900, 'Ask the glockenspiel maker', '{}', now())`,
      [id],
    );
    await desk.sql.run(
      `WITH made AS (INSERT INTO labels (name) VALUES ('Marmalade') RETURNING id)
      UPDATE cases SET label_ids = ARRAY[made.id] FROM made WHERE cases.id = $1`,
      [id],
    );
    expect(await found('surname -x')).toEqual([]);
    for (const q of ['nachname', 'glockenspiel', 'marmalade', 'label:marmalade'])
      expect(await found(q), q).toEqual([id]);
    await desk.sql.run(`UPDATE labels SET name = 'Chutney' WHERE name = 'Marmalade'`);
    expect(await found('chutney')).toEqual([id]);
    expect(await found('marmalade')).toEqual([]);
  });

  it('is rebuilt as it was when it is lost', async () => {
    await desk.drain();
    const contents = () =>
      desk.sql.rows(`SELECT case_id, active_at, md5(document::text) AS document FROM case_search ORDER BY case_id`);
    const before = await contents();
    expect(before.length).toBeGreaterThan(10);
    await desk.sql.run('TRUNCATE case_search');
    const { IndexCases } = await import('./index-cases.ts');
    await desk.running.get(IndexCases).markAll();
    await desk.drain();
    expect(await contents()).toEqual(before);
  });

  it('takes whatever people send', async () => {
    await aCase({
      subject: `'; DROP TABLE cases; --`,
      text: `${'word'.repeat(5000)} ${'a b '.repeat(100_000)}\u202e <b>&amp;`,
    });
    const long = Array.from({ length: 60_000 }, (_, n) => `w${n.toString(36)}`).join(' ');
    const id = await aCase({ subject: 'Endless', text: long });
    expect(await found('endless')).toEqual([id]);
  });
});

describe('a hostile search', () => {
  const searches = [
    '\0',
    "'",
    '\\',
    "' | '",
    ':*',
    '!',
    '&&',
    '%',
    '_',
    '\ud800',
    'a\0b',
    `from:"'\\"`,
    'label:%',
    'customer:_',
    '((',
    '"',
    '-',
    '#99999999999999',
    `${'x'.repeat(499)}`,
    '💥 from:💥',
    'is:__proto__',
    '<script>',
    '-a -b -c',
    'the',
    '*',
  ];
  it.each(searches)('%j is answered', async (q) => {
    const url = `${desk.url}/api/v3/search/cases?q=${encodeURIComponent(q.toWellFormed())}`;
    await expect(
      desk
        .as(desk.agent)
        .call(API.search.cases, { query: { q } })
        .catch(({ problem }) => problem.status),
    ).resolves.toBeDefined();
    expect(url).toBeTruthy();
  });

  it('or one that is empty, too long or of another place names the field', async () => {
    for (const query of [{ q: '' }, { q: 'x'.repeat(501) }, { q: 'x', cursor: 'nonsense' }, { q: 'x', limit: '0' }]) {
      expect((await desk.as(desk.agent).refusal(API.search.cases, { query })).status).toBe(422);
    }
  });
});

describe('a search for customers', () => {
  it('finds them by name, address, company and telephone, also when not quite right', async () => {
    await aCase({ name: 'Ingeborg Bachmann', address: 'inge@klagenfurt.example' });
    await desk.sql.run(`WITH made AS (INSERT INTO companies (name) VALUES ('Piper Verlag') RETURNING id)
      UPDATE customers SET company_id = made.id FROM made WHERE address = 'inge@klagenfurt.example'`);
    await desk.sql.run(
      `INSERT INTO customer_contacts (customer_id, kind, value) SELECT id, 'phone', '+43 463 123987' FROM customers WHERE address = 'inge@klagenfurt.example'`,
    );
    for (const q of ['Bachmann', 'inge', 'klagenfurt', 'Piper', 'Bachman', '0463 123987', '123987']) {
      const { items } = await desk.as(desk.agent).call(API.search.customers, { query: { q } });
      expect(
        items.map(({ name }) => name),
        q,
      ).toContain('Ingeborg Bachmann');
    }
  });
});
