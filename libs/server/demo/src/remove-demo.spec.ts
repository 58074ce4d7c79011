import { casesApi } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { aDesk } from '../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../test/fixtures/mail.ts';
import { createTestDatabase } from '../../../../test/setup/test-database.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo } from './seed-demo.ts';

const SEED = 20_261_121;

describe('removing the demo', () => {
  it('keeps what is real: one’s own cases, and the customer and brand that they need', async () => {
    const desk = await aDesk({ database: await createTestDatabase() });
    const [administrator] = await desk.running.get(SeedDemo).run({ seed: SEED });
    const brand = await desk.sql.row<{ id: number }>('SELECT id FROM brands ORDER BY id LIMIT 1');
    await desk.aMailbox('hello@mine.example', { brandId: brand!.id });
    await sendMail(desk, {
      from: 'tom@ashbyandsons.example',
      to: 'hello@mine.example',
      subject: 'A real order',
      text: 'Ten kilos, please.',
    });
    await desk.drain();
    const own = await desk.sql.row<{ id: number }>("SELECT id FROM cases WHERE subject = 'A real order'");
    await desk.anybody.as(administrator!).call(casesApi.update, {
      params: { caseId: own!.id },
      body: { labels: ['Wholesale'], customFields: { topic: 'Wholesale::Prices' } },
    });

    // A group of one's own was about to go, and to leave its cases to one of the demo.
    await desk.sql.run("INSERT INTO groups (name, successor_id) SELECT 'Ours', min(id) FROM groups WHERE demo");

    await desk.running.get(RemoveDemo).run();

    expect(await desk.sql.rows('SELECT name, successor_id FROM groups')).toEqual([
      { name: 'Ours', successor_id: null },
    ]);
    const left = await desk.sql.rows(
      `SELECT c.subject, p.name, b.name AS brand, p.demo OR b.demo AS demo FROM cases c
       JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id`,
    );
    expect(left).toEqual([{ subject: 'A real order', name: 'Tom Ashby', brand: 'Larkspur Coffee', demo: false }]);
    expect(await desk.sql.rows('SELECT FROM surveys UNION ALL SELECT FROM questions')).toEqual([]);
    expect(await desk.sql.rows('SELECT name, demo FROM labels')).toEqual([{ name: 'Wholesale', demo: false }]);
    const fields = await desk.sql.rows<{ owner: string; key: string; demo: boolean }>(
      'SELECT owner, key, demo FROM custom_fields',
    );
    expect(fields).toContainEqual({ owner: 'case', key: 'topic', demo: false });
    expect(fields.filter(({ owner }) => owner === 'case')).toHaveLength(1);
    expect(fields.filter(({ demo }) => demo)).toEqual([]);
  });

  it('does not furnish a desk that somebody uses', async () => {
    const desk = await aDesk();
    await expect(desk.running.get(SeedDemo).run({ seed: SEED })).rejects.toThrow(/in use already/);
  });
});
