import { visit, type Visited } from '../../fixtures/center.ts';
import type { TestDesk } from '../../fixtures/desk.ts';

/** How somebody comes to the pages of a brand. */
export interface Way {
  /** Before every path: '' on a host of its own. */
  base: string;
  host?: string;
  cookie?: string;
}

export interface CrawledPage extends Visited {
  /** Below the base. */
  path: string;
}

const MOST_PAGES = 150;
/** Where nothing leads by a link of the home page. */
const STARTS = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/customer/portal/articles/feed',
  '/customer/portal/questions/new',
  '/customer/portal/emails/new',
  '/customer/login',
  '/customer/registrations/new',
  '/customer/password_resets/new',
];

/** Follows every link, picture and address that a page of a brand names, as long as it is below the base; sends no form. */
export async function crawl(desk: TestDesk, way: Way, more: readonly string[] = []): Promise<CrawledPage[]> {
  const waiting = [...STARTS, ...more];
  const known = new Set(waiting);
  const pages: CrawledPage[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.length >= MOST_PAGES) throw new Error(`More than ${MOST_PAGES} pages, the last at ${path}.`);
    const page = await visitAt(desk, way, path);
    pages.push({ ...page, path });
    for (const next of addressesIn(page, way)) {
      if (known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return pages;
}

/** One page of a brand, `path` below its base. */
export function visitAt(desk: TestDesk, { base, host, cookie }: Way, path: string, form?: Record<string, string>) {
  return visit(desk, base + path, { ...(host && { host }), ...(cookie && { cookie }), ...(form && { form }) });
}

function addressesIn({ text, headers }: Visited, { base, host }: Way): string[] {
  const named = [
    ...[...text.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address),
    ...[...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address),
    ...[...text.matchAll(/"id":"([^"]+)"/g)].map(([, address = '']) => address),
    ...[headers.location ?? []].flat(),
  ];
  return named.flatMap((address) => {
    const url = new URL(address.replace(/&amp;/g, '&'), `http://${host ?? 'desk.example'}${base}/`);
    const path = url.pathname + url.search;
    const within = url.hostname === (host ?? 'desk.example') && `${path}/`.startsWith(`${base}/`);
    return within ? [path.slice(base.length) || '/'] : [];
  });
}
