import { parseArgs } from 'node:util';
import { startBare, startDatabases, startDesk, type BenchDatabases, type Desk } from './desks.ts';
import { measureBulk } from './bulk-figure.ts';
import { measureCenter } from './center-figure.ts';
import { measureConsole } from './console-figure.ts';
import { measureDeskApi, type DeskApiFigure } from './desk-api-figure.ts';
import { measureFilters } from './filter-figure.ts';
import { measureFirstSync } from './first-sync-figure.ts';
import { LONGEST_ACKNOWLEDGEMENT_MS, measureHooks, type HooksFigure } from './hooks-figure.ts';
import { measureLive } from './live-figure.ts';
import { measureMail, startEmptyDns } from './mail-figure.ts';
import { stopPrograms } from './processes.ts';
import { printReport, printSome, type Report, type SomeFigures } from './report.ts';
import { measureRules } from './rules-figure.ts';
import { measureRouting } from './routing-figure.ts';
import { measureSearch } from './search-figure.ts';
import { measureStack, stopStack } from './stack-figure.ts';
import { assertSameAnswers, compare, growth, type FigureName, type Pace } from './throughput.ts';

const FULL = {
  cases: 100_000,
  mails: 400,
  replies: 60,
  searches: 400,
  firstSyncCases: 100_000,
  filterSeconds: 15,
  pace: { rounds: 3, measureMs: 4000 },
};
const QUICK = {
  cases: 10_000,
  mails: 100,
  replies: 20,
  searches: 100,
  firstSyncCases: 2_000,
  filterSeconds: 4,
  pace: { rounds: 1, measureMs: 1500 },
};
const SMALL = 1000;
const FEW = 20;
const FIGURES: FigureName[] = [
  'list',
  'open',
  'feed',
  'search',
  'search, common',
  'search, rare',
  'search, no hit',
  'create',
  'reply',
];
const BULK = 1000;
/** What `--only` takes. */
const ALONE = ['center', 'console', 'desk-api', 'filters', 'first-sync', 'hooks', 'routing', 'rules'];
const CENTER_IN_WORDS = 'the pages of a support center';
const RULES_IN_WORDS = 'mails beside 0, 100 and 1,000 rules';
const ROUTING_IN_WORDS = 'ten agents who are offered cases';
const HOOKS_IN_WORDS = 'what X and Facebook tell';
const DESK_API_IN_WORDS = 'what clients of Desk.com ask';
const FILTERS_IN_WORDS = 'the counts of 200 filters on 100 screens';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    /** Of the first sync, with half as many contacts and a fifth as many accounts. */
    cases: { type: 'string' },
  },
});
const size = options.quick ? QUICK : FULL;

let interrupted = false;
let databases: BenchDatabases | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);

try {
  if (options.only.length > 0) {
    const figures = await runSome(options.only);
    if (options.json) console.log(JSON.stringify(figures, null, 2));
    else printSome(figures);
    failWhenSlow(figures.hooks);
  } else {
    const report = await run();
    if (options.json) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
    failWhenSlow(report.hooks);
  }
} catch (error) {
  if (!interrupted) console.error(error);
  process.exitCode = interrupted ? 130 : 1;
} finally {
  stopPrograms();
  await databases?.stop();
}
process.exit();

/** Takes everything away from under the run, which then ends by itself and cleans up. */
function interrupt(): void {
  interrupted = true;
  stopStack();
  stopPrograms();
}

/** A network disables the webhook of a desk that keeps it waiting: that is no figure but a fault. */
function failWhenSlow(hooks: HooksFigure | undefined): void {
  if (hooks && hooks.p99Ms > LONGEST_ACKNOWLEDGEMENT_MS) process.exitCode = 1;
}

/** Tells what is measured next; nothing is any more once somebody interrupted. */
function say(words: string): void {
  if (interrupted) throw new Error('Interrupted.');
  console.error(`  … ${words}`);
}

async function run(): Promise<Report> {
  say('the whole stack, as npm start runs it');
  const stack = await measureStack();
  say('starting PostgreSQL');
  databases = await startDatabases();
  say(`generating ${size.cases.toLocaleString('en')} cases`);
  const generated = await databases.generate('large', size.cases);
  await databases.generate('small', SMALL);
  await copyForBare(databases);

  say('whether the cost grows with the number of cases');
  const grown = await fewAndMany(databases, size.pace);
  const beside = await besideBare(databases, size.pace);
  return { generated, growth: grown, stack, ...beside };
}

/** Figures that need no bare server beside them, taken alone. */
async function runSome(names: readonly string[]): Promise<SomeFigures> {
  const unknown = names.filter((name) => !ALONE.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${ALONE.join(', ')}, not ${unknown.join(', ')}.`);
  say('starting PostgreSQL');
  databases = await startDatabases();
  if (names.every((name) => name === 'first-sync')) return measureFirst(databases);
  say(`generating ${size.cases.toLocaleString('en')} cases`);
  const generated = await databases.generate('large', size.cases);
  if (names.includes('desk-api')) await copyForBare(databases);
  const dns = await startEmptyDns();
  const desk = await startDesk(databases.urlOf('large'), dns.url);
  const figures: SomeFigures = { ...(names.includes('first-sync') ? await measureFirst(databases) : {}), generated };
  if (names.includes('center')) figures.center = await withWord(CENTER_IN_WORDS, () => measureCenter(desk, size.pace));
  if (names.includes('console'))
    figures.console = await withWord('the console in a browser', () => measureConsole(desk));
  if (names.includes('desk-api')) figures.deskApi = await besideNative(databases, desk);
  if (names.includes('filters')) {
    figures.filters = await withWord(FILTERS_IN_WORDS, () => measureFilters(desk, size.filterSeconds));
  }
  if (names.includes('hooks')) figures.hooks = await withWord(HOOKS_IN_WORDS, () => measureHooks(desk, size.pace));
  if (names.includes('routing')) {
    figures.routing = await withWord(ROUTING_IN_WORDS, () => measureRouting(desk, size.filterSeconds));
  }
  if (names.includes('rules')) figures.rules = await withWord(RULES_IN_WORDS, () => measureRules(desk, size.mails));
  await desk.stop();
  dns.stop();
  return figures;
}

/** Before anybody is at the first one. */
async function copyForBare({ copy, withoutSearch }: BenchDatabases): Promise<void> {
  await copy('large', 'bare_large');
  await withoutSearch('bare_large');
}

/** What clients of Desk.com ask, beside the native API and the bare server. */
async function besideNative({ urlOf }: BenchDatabases, desk: Desk): Promise<DeskApiFigure[]> {
  const [reader, writer] = [await startBare(urlOf('large')), await startBare(urlOf('bare_large'))];
  const figures = await withWord(DESK_API_IN_WORDS, () => measureDeskApi({ desk, reader, writer }, size.pace));
  await Promise.all([reader.stop(), writer.stop()]);
  return figures;
}

/** Alone in a database of its own: a desk that hardly anything has happened at. */
async function measureFirst({ generate, urlOf }: BenchDatabases): Promise<SomeFigures> {
  const generated = await generate('first', FEW);
  const cases = Number(options.cases ?? size.firstSyncCases);
  const firstSync = await withWord(`a first sync of ${cases.toLocaleString('en')} cases`, () =>
    measureFirstSync(urlOf('first'), cases),
  );
  return { generated, firstSync };
}

function withWord<T>(words: string, measure: () => Promise<T>): Promise<T> {
  say(words);
  return measure();
}

/** What the desk does with the large database, next to the bare server; that one writes to a copy. */
async function besideBare({ urlOf }: BenchDatabases, pace: Pace) {
  const dns = await startEmptyDns();
  const desk = await startDesk(urlOf('large'), dns.url);
  const reader = await startBare(urlOf('large'));
  const writer = await startBare(urlOf('bare_large'));
  await assertSameAnswers(desk, reader);

  say('live changes');
  const live = await measureLive(desk, size.replies);
  const throughput = [];
  for (const figure of FIGURES) {
    say(`${figure}, beside the bare server`);
    const writes = figure === 'create' || figure === 'reply';
    const other = writes ? { bare: writer, bareUrl: urlOf('bare_large') } : { bare: reader, bareUrl: urlOf('large') };
    throughput.push(await compare(figure, { desk, ...other }, pace));
  }
  say('searches, one after the other');
  const search = await measureSearch(desk, size.searches);
  say('a change of many cases');
  const bulk = await measureBulk(desk, writer, { cases: BULK, rounds: pace.rounds });
  say('mails in over SMTP');
  const mail = await measureMail(desk, size.mails);
  const console = await withWord('the console in a browser', () => measureConsole(desk));
  const filters = await withWord(FILTERS_IN_WORDS, () => measureFilters(desk, size.filterSeconds));
  const center = await withWord(CENTER_IN_WORDS, () => measureCenter(desk, pace));
  const hooks = await withWord(HOOKS_IN_WORDS, () => measureHooks(desk, pace));

  await Promise.all([desk.stop(), reader.stop(), writer.stop()]);
  dns.stop();
  return { throughput, mail, live, search, bulk, console, filters, center, hooks };
}

/** Two desks, one with few cases and one with many, asked in turn. */
async function fewAndMany({ urlOf }: BenchDatabases, pace: Pace) {
  const small = await startDesk(urlOf('small'));
  const large = await startDesk(urlOf('large'));
  const figures = [await growth('list', { small, large }, pace), await growth('open', { small, large }, pace)];
  await Promise.all([small.stop(), large.stop()]);
  return figures;
}
