import { ANSWERS_TO_ALL } from '@bureau/cases';
import { WebFormTokens } from '@bureau/channels';
import { BrandDirectory } from '@bureau/identity';
import { POSTS_OF_A_NETWORK, POSTS_OF_ITS_OWN } from '@bureau/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../fixtures/desk.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';
import { hiddenOf, Visitor } from '../fixtures/visitor.ts';

const POSTS = 10_000;
const NETWORKS = 200;
const PEOPLE = 10;
const VICTIM = `victim-${crypto.randomUUID()}@customer.example`;

let both: DeskAndOutside;
let desk: TestDesk;
let emails: string;
beforeAll(async () => {
  both = await startDeskAndOutside({ BUREAU_TRUSTED_PROXY: '127.0.0.1' });
  desk = both.desk;
  await desk.sql.run('UPDATE mailboxes SET auto_acknowledge = true');
  await desk.running.get(BrandDirectory).refresh();
  const row = await desk.sql.row<{ slug: string }>('SELECT slug FROM brands WHERE id = $1', [desk.brandId]);
  emails = `/support/${row?.slug}/customer/portal/emails`;
});
afterAll(() => both.close());

const from = (network: string) => new Visitor(desk.url, { 'x-forwarded-for': network });

/** Forms that programs fetched before the flood; by then they are as old as a person's. */
let tokens: string[];

/** A program that has read the form: it takes its time, leaves the trap alone, and means no good. */
async function robotPosts(number: number): Promise<number> {
  const alone = number % 2 === 0;
  const network = alone ? '203.0.113.7' : `198.51.${100 + (number % NETWORKS)}.9`;
  const body = new URLSearchParams({
    form_token: tokens[number] ?? '',
    'interaction[name]': 'Visit evil.example',
    'interaction[email]': alone ? VICTIM : `robot-${number}@customer.example`,
    'email[subject]': 'Visit evil.example',
    'email[body]': `Buy now ${number}`,
    confirmed: 'true',
  });
  return (await from(network).send(emails, { method: 'POST', body })).status;
}

async function personAsks(number: number): Promise<string> {
  const visitor = from(`192.0.2.${number}`);
  const form = await visitor.get(`${emails}/new`);
  desk.clock.advance(3_000);
  const page = await visitor.post(emails, {
    ...hiddenOf(form.html),
    'interaction[name]': 'Ana Sol',
    'interaction[email]': `person-${number}@customer.example`,
    'email[subject]': 'The grinder is stuck',
    'email[body]': 'It makes no sound.',
  });
  return page.text;
}

it('10,000 forms in a minute, from one network and from many, become few mails, and people get through (S6)', async () => {
  tokens = Array.from({ length: POSTS }, () => desk.running.get(WebFormTokens).issue(desk.brandId));
  desk.clock.advance(5_000);
  const began = performance.now();
  const pages: Promise<string>[] = [];
  const statuses = new Map<number, number>();
  const robots = Array.from({ length: 8 }, async (_, robot) => {
    for (let n = robot; n < POSTS; n += 8) {
      const status = await robotPosts(n);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (n % (POSTS / PEOPLE) === 500) pages.push(personAsks(n / 500));
    }
  });
  await Promise.all(robots);
  const answers = await Promise.all(pages);
  const seconds = (performance.now() - began) / 1000;
  await desk.drain(120_000);

  const ledger = await desk.sql.row<{
    items: number;
    undecided: number;
    cases: number;
    mails: number;
    toVictim: number;
  }>(
    `SELECT (SELECT count(*) FROM intake_items) AS items, (SELECT count(*) FROM intake_items WHERE fate = 'waiting') AS undecided,
       (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM auto_answers) AS mails,
       (SELECT count(*) FROM auto_answers WHERE address = $1) AS "toVictim"`,
    [VICTIM],
  );
  console.info(`Flood of forms: ${POSTS} in ${seconds.toFixed(0)} s, answered`, Object.fromEntries(statuses), ledger);
  expect(answers.map((text) => /Its number is \d+/.test(text))).toEqual(Array(PEOPLE).fill(true));
  expect(ledger?.mails).toBeLessThanOrEqual(ANSWERS_TO_ALL);
  expect(ledger?.toVictim).toBeLessThanOrEqual(1);
  expect(ledger?.undecided).toBe(0);
  const minutes = Math.ceil(seconds / 60) + 1;
  expect(ledger?.items).toBeLessThanOrEqual(
    minutes * (NETWORKS * POSTS_OF_ITS_OWN + POSTS_OF_A_NETWORK + 120 + PEOPLE),
  );
  expect((await both.outside.mailsFor(VICTIM)).length).toBeLessThanOrEqual(1);
}, 600_000);
