import type { FilterFigure } from './filter-figure.ts';
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
  filters: FilterFigure;
}

const MOST_MEGABYTES = 700;
const LONGEST_START_SECONDS = 15;
const LONGEST_LIVE_MS = 300;
const LONGEST_SEARCH_MS = 300;
const LONGEST_BULK_MS = 3000;
const MOST_FILTER_CORES = 1;

/** The figures for people, each beside its promise. */
export function printReport(report: Report): void {
  const { generated, throughput, growth, mail, live, stack, search, bulk, filters } = report;
  const memory = Object.values(stack.idleMegabytes).reduce((sum, size) => sum + size, 0);
  const parts = Object.entries(stack.idleMegabytes).map(([name, size]) => `${name} ${size}`);
  const [cases, messages] = [generated.cases.toLocaleString('en'), generated.messages.toLocaleString('en')];

  console.log(`\n${cases} cases, ${messages} messages (generated in ${generated.seconds.toFixed(0)} s)\n`);
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
    [
      `counts of ${filters.filters} filters, ${filters.agents} agents, ${filters.changesPerSecond} changes /s`,
      `${filters.cores.toFixed(2)} cores`,
      promise(filters.cores, MOST_FILTER_CORES, 'core'),
    ],
    ['first page, first start', `${stack.firstStartSeconds.toFixed(1)} s`, ''],
    [
      'first page, data kept',
      `${stack.secondStartSeconds.toFixed(1)} s`,
      promise(stack.secondStartSeconds, LONGEST_START_SECONDS, 's'),
    ],
    ['idle memory', `${memory} MB`, `${promise(memory, MOST_MEGABYTES, 'MB')} (${parts.join(', ')})`],
  ]);
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
