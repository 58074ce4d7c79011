import type { Desk } from './desks.ts';
import { searchesOf } from './searches.ts';

export interface SearchFigure {
  searches: number;
  p50Ms: number;
  p95Ms: number;
}

/** Operators, phrases and what is not quite right, besides words common, rare and unknown. */
const OTHERS = [
  '"coffee machine"',
  'status:open refund',
  'grinder -invoice',
  'from:customer-77',
  'is:unassigned parcel',
  'before:30d late',
  'label:"label 3" tent',
  'grind*',
];

/** One person searches, one search after the other. */
export async function measureSearch(desk: Desk, searches: number): Promise<SearchFigure> {
  const cookie = await desk.cookieOf(1);
  const words = searchesOf('search').flatMap((word, index) => [word, OTHERS[index % OTHERS.length] ?? '']);
  const times: number[] = [];
  for (const word of words.slice(0, searches)) {
    const begin = performance.now();
    const url = `http://127.0.0.1:${desk.port}/api/v3/search/cases?q=${encodeURIComponent(word)}`;
    const response = await fetch(url, { headers: { cookie } });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.floor(sorted.length * q)] ?? 0;
  return { searches: times.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95) };
}
