import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { Installation } from '../fixtures/installation.ts';
import { envOf } from '../fixtures/networks.ts';
import { startDurablePostgres, type DurablePostgres } from '../setup/durable-postgres.ts';
import { until } from '../setup/until.ts';
import { Agents } from './ledger/agents.ts';
import { isAtRest, isSettled } from './ledger/at-rest.ts';
import { isShutOut, isTold, letIn } from './ledger/company.ts';
import { wreak, type Victim } from './ledger/havoc.ts';
import { auditNetworks, loopsIn } from './ledger/network-audit.ts';
import { heardBy, ledgerOf, shownIn, standingOn } from './ledger/network-facts.ts';
import { PeopleOnFacebook } from './ledger/people-on-facebook.ts';
import { BRAND, PeopleOnX } from './ledger/people-on-x.ts';
import { FORGED, PostOffice } from './ledger/post-office.ts';
import { Random, seedOfThisRun } from './ledger/random.ts';
import { FICKLE } from './ledger/said.ts';

const DESK = 'desk';
const EVENTS = 1_000;
const A_SECOND = 50;
const KILLS = 2;
/** The share of the events in which nobody is killed yet, so that answers are under way. */
const CALM = 0.2;
/** Of each network: X lets an account post a hundred times in a quarter of an hour. */
const ANSWERED = 30;

/** Much longer than it takes by itself: other tests may run beside it. */
const PATIENCE_MS = 180_000;

type Effect = 'drop' | 'lose-answer' | 'malformed';

/**
 * promises.md, F1 and F15–F20: whatever the networks do while they tell, and whoever is killed meanwhile, each thing that
 * was said is there once, in its case, and each answer stands on its network once.
 */
it('keeps a clean ledger while X and Facebook tell things in every bad way and everything is killed at random', async () => {
  const random = new Random(seedOfThisRun());
  const took = stopwatch();
  const postgres = await startDurablePostgres();
  onTestFinished(() => postgres.remove());
  const processes = { [DESK]: 'api,support-center,worker' };
  const bureau = await Installation.start({ databaseUrl: postgres.url, processes, outside: envOf });
  onTestFinished(() => bureau.stop());
  const { x, facebook } = bureau.sandbox;
  const onX = await letIn(bureau, DESK, 'x');
  const onFacebook = await letIn(bureau, DESK, 'facebook');
  await isTold(bureau);
  const people = [
    new PeopleOnX(x, random.fork(1)),
    new PeopleOnFacebook(facebook, facebook.pages.larkspur, random.fork(2)),
  ] as const;
  took('started');

  makeTrouble(bureau);
  const office = new PostOffice(bureau.sandbox, random.fork(3));
  const telling = office.work();
  const agents = anAnsweringTeam(bureau, random.fork(4));
  const answering = agents.work();
  let acts = 0;
  const havoc = wreak(victimsOf(bureau, postgres), {
    ...{ kills: KILLS, progress: () => (acts / EVENTS - CALM) / (1 - CALM), random: random.fork(5) },
  });

  const whoActs = random.fork(6);
  const began = performance.now();
  for (; acts < EVENTS; acts++) {
    await pause(Math.max(0, began + (acts * 1000) / A_SECOND - performance.now()));
    whoActs.pick(people).act();
    if (acts === EVENTS * 0.6) shutOut(bureau);
  }
  took('said');
  const { killed } = await havoc;
  await office.stop();
  await telling;
  await until(() => isSettled(bureau), { what: 'everything told has its fate', withinMs: PATIENCE_MS, everyMs: 100 });
  took('settled');

  for (const account of [onX, onFacebook]) await isShutOut(bureau, DESK, account);
  people[0].takeBack();
  await letIn(bureau, DESK, 'x');
  await letIn(bureau, DESK, 'facebook');
  agents.stop();
  await answering;
  took('answered');
  await until(() => isCaughtUp(bureau), { what: 'what was missed is fetched', withinMs: PATIENCE_MS, everyMs: 100 });
  took('caught up');
  await until(() => isAtRest(bureau), { what: 'everything is at rest', withinMs: PATIENCE_MS, everyMs: 250 });
  took('at rest');

  const said = people.flatMap((one) => one.said);
  const ledger = auditNetworks({
    ...{ said, answers: [...agents.replies.values()], isHeard: heardBy(bureau) },
    ...{ shown: await shownIn(bureau), standing: standingOn(bureau) },
  });
  const facts = await ledgerOf(bureau, DESK, FORGED);
  const [askedX, askedFacebook] = [x.requests.since(0), facebook.requests.since(0)];
  const forgeries = office.saidToForgers.length;
  console.info(
    `Networks: ${JSON.stringify({ seed: random.seed, killed, said: said.length, answers: agents.replies.size, forgeries, asked: [askedX.length, askedFacebook.length], took: took.all, ...facts, ...ledger })}`,
  );

  expect(ledger).toEqual({
    ...{ lost: [], dup: [], ghost: [], altered: [], misplaced: [], merged: [], sentTwice: [], unsent: [] },
    acknowledged: expect.any(Number),
  });
  expect(facts).toMatchObject({ balanced: true, forged: 0 });
  expect(Object.keys(facts.deliveries)).toEqual(['sent']);
  expect(facts.fates['failed']).toBeUndefined();
  expect(facts.fates['held']).toBe(office.bad);
  expect(new Set(office.saidToForgers)).toEqual(new Set([403]));
  expect([x.violations(), facebook.violations()]).toEqual([[], []]);
  expect([...loopsIn(askedX), ...loopsIn(askedFacebook)]).toEqual([]);
}, 600_000);

/** Answers that get lost, a request that does, half an answer, and limits that end soon: each early enough to be got over. */
function makeTrouble({ sandbox: { x, facebook } }: Installation): void {
  x.limit({ endpoint: 'GET /2/users/:id/mentions', as: BRAND, remaining: 0, resetsInMs: 5_000 });
  const goesWrong = (service: typeof x | typeof facebook, path: string, effects: readonly Effect[]): void =>
    effects.forEach((kind, after) => service.fault({ method: 'POST', path, after, times: 1, effect: { kind } }));
  goesWrong(x, '/2/tweets', ['drop', 'lose-answer', 'lose-answer', 'malformed', 'lose-answer']);
  goesWrong(x, '/2/dm_conversations/*', ['lose-answer', 'lose-answer']);
  goesWrong(facebook, '/:version/:id/comments', ['drop', 'lose-answer', 'lose-answer', 'malformed', 'lose-answer']);
  goesWrong(facebook, '/:version/:id/messages', ['lose-answer', 'malformed']);
}

/** Both networks take our keys back, and X says nothing of it. */
function shutOut({ sandbox: { x, facebook } }: Installation): void {
  x.token({ as: BRAND, how: 'revoke' });
  facebook.authority.changeTokens({ person: 'noor', kind: 'new-password' });
}

function anAnsweringTeam(bureau: Installation, random: Random): Agents {
  const answered = { twitter: 0, facebook: 0 };
  return new Agents(bureau.api(DESK), random, {
    restMs: 500,
    answers: ({ channel, customer }) => {
      if (channel !== 'twitter' && channel !== 'facebook') return false;
      if (customer.name.startsWith(FICKLE) || answered[channel] >= ANSWERED) return false;
      answered[channel] += 1;
      return true;
    },
  });
}

function victimsOf(bureau: Installation, postgres: DurablePostgres): Victim[] {
  return [
    { name: DESK, kill: () => bureau.kill(DESK), restart: () => bureau.restart(DESK) },
    { name: 'postgres', kill: () => postgres.kill(), restart: () => postgres.restart() },
  ];
}

/** Whoever fetched what was missed has said so. */
async function isCaughtUp(bureau: Installation): Promise<boolean> {
  const { rows } = await bureau.sql.query("SELECT FROM social_accounts WHERE backfill OR state <> 'ok'");
  return rows.length === 0 && isSettled(bureau);
}

/** Seconds since the beginning, by what was reached then. */
function stopwatch() {
  const began = performance.now();
  const all: Record<string, number> = {};
  const reached = (what: string): void => {
    all[what] = Math.round((performance.now() - began) / 100) / 10;
  };
  return Object.assign(reached, { all });
}
