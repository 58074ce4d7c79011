import type { CenterFigure } from './center-figure.ts';
import { centerRows } from './center-rows.ts';
import type { ConsoleFigure } from './console-figure.ts';
import { LEAST_OF_NATIVE, type DeskApiFigure } from './desk-api-figure.ts';
import type { RulesFigure } from './rules-figure.ts';
import type { RoutingFigure } from './routing-figure.ts';
import type { FilterFigure } from './filter-figure.ts';
import type { FirstSyncFigure } from './first-sync-figure.ts';
import { LONGEST_ACKNOWLEDGEMENT_MS, type HooksFigure } from './hooks-figure.ts';
import type { LiveFigure } from './live-figure.ts';
import type { MailFigure } from './mail-figure.ts';
import type { StackFigure } from './stack-figure.ts';
import type { SearchFigure } from './search-figure.ts';
import type { BulkFigure } from './bulk-figure.ts';
import type { Growth, Throughput } from './throughput.ts';

export interface Report {
  generated: { cases: number; messages: number; seconds: number };
  throughput: Throughput[];
  growth: Growth[];
  mail: MailFigure;
  live: LiveFigure;
  stack: StackFigure;
  search: SearchFigure;
  bulk: BulkFigure;
  console: ConsoleFigure;
  filters: FilterFigure;
  center: CenterFigure;
  hooks: HooksFigure;
}

/** What was measured alone. */
export type SomeFigures = Pick<Report, 'generated'> &
  Partial<Pick<Report, 'center' | 'console' | 'filters' | 'hooks'>> & {
    deskApi?: DeskApiFigure[];
    firstSync?: FirstSyncFigure;
    rules?: RulesFigure;
    routing?: RoutingFigure;
  };

const MOST_MEGABYTES = 700;
const LONGEST_START_SECONDS = 15;
const LONGEST_LIVE_MS = 300;
const LONGEST_NEXT_MS = 300;
const LONGEST_SEARCH_MS = 300;
const LONGEST_BULK_MS = 3000;
const MOST_FILTER_CORES = 1;
const MOST_CALLS_OF_200 = 1.2;
const MOST_SCRIPT_KILOBYTES = 250;
const LONGEST_UNTIL_INTERACTIVE_MS = 1500;
const LONGEST_WARM_MS = 100;
const LONGEST_COLD_MS = 300;
const MOST_SLOW_FRAMES = 0.01;
const LONGEST_LETTER_MS = 50;

/** The figures for people, each beside its promise. */
export function printReport(report: Report): void {
  const { generated, throughput, growth, mail, live, stack, search, bulk } = report;
  const memory = Object.values(stack.idleMegabytes).reduce((sum, size) => sum + size, 0);
  const parts = Object.entries(stack.idleMegabytes).map(([name, size]) => `${name} ${size}`);
  const cases = generated.cases.toLocaleString('en');

  printSize(generated);
  print([
    ['', 'bureau /s', 'bare /s', 'ratio', 'at least', '', '95 %'],
    ...throughput.map(({ figure, bureau, bare, ratio, target, p95Ms }) => [
      figure,
      bureau.toFixed(0),
      bare.toFixed(0),
      ratio.toFixed(2),
      target === null ? '' : target.toFixed(2),
      target === null ? '' : verdict(ratio >= target),
      `${p95Ms.toFixed(0)} ms`,
    ]),
  ]);
  print([
    ['', '1,000 cases /s', `${cases} cases /s`, 'ratio'],
    ...growth.map(({ figure, small, large, ratio }) => [figure, small.toFixed(0), large.toFixed(0), ratio.toFixed(2)]),
  ]);
  print([
    ['mail in, 250 OK', `${mail.acceptedPerSecond.toFixed(0)} /s`, ''],
    ['mail in, visible as a case', `${mail.visiblePerSecond.toFixed(0)} /s`, ''],
    ['live change, half of them', `${live.p50Ms.toFixed(0)} ms`, ''],
    ['live change, 95 %', `${live.p95Ms.toFixed(0)} ms`, promise(live.p95Ms, LONGEST_LIVE_MS, 'ms')],
    [
      'search, 95 %, one after the other',
      `${search.p95Ms.toFixed(0)} ms`,
      promise(search.p95Ms, LONGEST_SEARCH_MS, 'ms'),
    ],
    ['change of 1,000 cases, done', `${bulk.bureauMs.toFixed(0)} ms`, promise(bulk.bureauMs, LONGEST_BULK_MS, 'ms')],
    [
      'change of 1,000 cases, bare',
      `${bulk.bareMs.toFixed(0)} ms`,
      `ratio ${(bulk.bareMs / bulk.bureauMs).toFixed(2)}`,
    ],
    ...filterRows(report.filters),
    ['first page, first start', `${stack.firstStartSeconds.toFixed(1)} s`, ''],
    [
      'first page, data kept',
      `${stack.secondStartSeconds.toFixed(1)} s`,
      promise(stack.secondStartSeconds, LONGEST_START_SECONDS, 's'),
    ],
    ['idle memory', `${memory} MB`, `${promise(memory, MOST_MEGABYTES, 'MB')} (${parts.join(', ')})`],
  ]);
  print(centerRows(report.center));
  print(consoleRows(report.console));
  print(hookRows(report.hooks));
}

/** The figures of a run with `--only`. */
export function printSome(figures: SomeFigures): void {
  const { generated, center, console, deskApi, filters, firstSync, hooks, rules, routing } = figures;
  printSize(generated);
  print([
    ...(center ? centerRows(center) : []),
    ...(console ? consoleRows(console) : []),
    ...(deskApi ? deskApiRows(deskApi) : []),
    ...(filters ? filterRows(filters) : []),
    ...(firstSync ? firstSyncRows(firstSync) : []),
    ...(hooks ? hookRows(hooks) : []),
    ...(rules ? ruleRows(rules) : []),
    ...(routing ? routingRows(routing) : []),
  ]);
}

function deskApiRows(figures: DeskApiFigure[]): string[][] {
  return figures.flatMap(({ figure, v2, v3, bare, ofNative, ofBare }) => [
    [`API of Desk.com, ${figure}`, `${v2.toFixed(0)} /s`, `${v3.toFixed(0)} /s native, ${bare.toFixed(0)} /s bare`],
    ['', `${ofNative.toFixed(2)} of native`, `at least ${LEAST_OF_NATIVE}: ${verdict(ofNative >= LEAST_OF_NATIVE)}`],
    ['', `${ofBare.toFixed(2)} of bare`, ''],
  ]);
}

function printSize({ cases, messages, seconds }: Report['generated']): void {
  const [many, more] = [cases.toLocaleString('en'), messages.toLocaleString('en')];
  console.log(`\n${many} cases, ${more} messages (generated in ${seconds.toFixed(0)} s)\n`);
}

function firstSyncRows({ accounts, contacts, cases, preview, sync, again, outward }: FirstSyncFigure): string[][] {
  const number = (count: number) => Math.round(count).toLocaleString('en');
  const took = ({ seconds, calls }: { seconds: number; calls: number }) => [
    `${number(seconds)} s`,
    `${number(calls)} calls`,
  ];
  return [
    ['first sync of', `${number(accounts)} accounts`, `${number(contacts)} contacts`, `${number(cases)} cases`],
    ['its preview', ...took(preview), ''],
    [
      `killed at ${(sync.interruptedAt * 100).toFixed(0)} % and resumed`,
      ...took(sync),
      `at most ${sync.peakMegabytes} MB`,
    ],
    ['done again', ...took(again), `${number(again.changed)} changed`],
    [
      `${number(outward.changed)} records of the desk, there`,
      ...took(outward),
      `${outward.callsOf200.toFixed(2)} calls of 200, ${promise(outward.callsOf200, MOST_CALLS_OF_200, '')}`,
    ],
  ];
}

function ruleRows({ askedPerSecond, intake }: RulesFigure): string[][] {
  return [
    ['rules asked about mails, one core', `${Math.round(askedPerSecond).toLocaleString('en')} /s`],
    ...intake.map(({ rules, acceptedPerSecond, visiblePerSecond, consideredPerSecond }) => [
      `mails beside ${rules.toLocaleString('en')} rules`,
      `${acceptedPerSecond.toFixed(0)} /s accepted`,
      `${visiblePerSecond.toFixed(0)} /s cases`,
      `${consideredPerSecond.toFixed(0)} /s considered`,
    ]),
  ];
}

function hookRows({ bureau, bare, ratio, p50Ms, p99Ms, screenP50Ms, screenP95Ms }: HooksFigure): string[][] {
  return [
    [
      'webhooks, acknowledged and durable',
      `${bureau.toFixed(0)} /s`,
      `${bare.toFixed(0)} /s bare`,
      `ratio ${ratio.toFixed(2)}`,
    ],
    [
      'acknowledgement, half of them / 99 %',
      `${p50Ms.toFixed(0)} / ${p99Ms.toFixed(0)} ms`,
      promise(p99Ms, LONGEST_ACKNOWLEDGEMENT_MS, 'ms'),
    ],
    ['from a post to the screen, half of them / 95 %', `${screenP50Ms.toFixed(0)} / ${screenP95Ms.toFixed(0)} ms`, ''],
  ];
}

function routingRows({ agents, waiting, decisionsPerSecond, p95Ms, readableP95Ms }: RoutingFigure): string[][] {
  return [
    [
      `routing, ${agents} agents, ${waiting.toLocaleString('en')} cases wait`,
      `${decisionsPerSecond.toFixed(0)} /s offered`,
      `p95 ${p95Ms.toFixed(0)} ms`,
    ],
    [
      'Next to a case that can be read',
      `p95 ${readableP95Ms.toFixed(0)} ms`,
      promise(readableP95Ms, LONGEST_NEXT_MS, 'ms'),
    ],
  ];
}

function filterRows(filters: FilterFigure): string[][] {
  return [
    [
      `counts of ${filters.filters} filters, ${filters.agents} agents, ${filters.changesPerSecond} changes /s`,
      `${filters.cores.toFixed(2)} cores`,
      promise(filters.cores, MOST_FILTER_CORES, 'core'),
    ],
  ];
}

function consoleRows(figure: ConsoleFigure): string[][] {
  const waits = (words: string, value: number, most: number) => [
    words,
    `${value.toFixed(0)} ms`,
    promise(value, most, 'ms'),
  ];
  const size = figure.scriptKilobytes;
  return [
    ['console, scripts before the first case', `${size.toFixed(0)} kB`, promise(size, MOST_SCRIPT_KILOBYTES, 'kB')],
    ['console, the same as sent with Brotli', `${figure.sentKilobytes.toFixed(0)} kB`, ''],
    waits('console, until the list answers keys', figure.interactiveMs, LONGEST_UNTIL_INTERACTIVE_MS),
    waits('case looked at before, 95 %', figure.openWarmMs, LONGEST_WARM_MS),
    waits('case never looked at, 95 %', figure.openColdMs, LONGEST_COLD_MS),
    waits('next case of the filter, 95 %', figure.nextMs, LONGEST_COLD_MS),
    waits('palette, opened for the first time', figure.paletteMs, LONGEST_WARM_MS),
    [
      `scrolling ${figure.scrollRows.toLocaleString('en')} rows, frames over 50 ms`,
      `${(figure.scrollSlowShare * 100).toFixed(1)} %`,
      `at most ${MOST_SLOW_FRAMES * 100} %: ${verdict(figure.scrollSlowShare <= MOST_SLOW_FRAMES)} (longest ${figure.scrollWorstMs.toFixed(0)} ms)`,
    ],
    waits('a letter in a case of 500 messages, 95 %', figure.typingP95Ms, LONGEST_LETTER_MS),
  ];
}

function promise(value: number, most: number, unit: string): string {
  return `at most ${most} ${unit}: ${verdict(value <= most)}`;
}

function verdict(kept: boolean): string {
  return kept ? 'kept' : 'NOT KEPT';
}

function print(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('   ')
        .trimEnd(),
    );
  }
  console.log('');
}
