import type { Locators } from '../soql/locators.ts';
import { malformed } from '../soql/malformed.ts';
import { runQuery } from '../soql/run-query.ts';
import { idIn } from '../value.ts';
import { apiRoute, type Answer, type ApiRoute, type Ask } from './ask.ts';

/** Questions in SOQL, page by page. */
export function queryRoutes(locators: Locators): ApiRoute[] {
  return [
    apiRoute('GET', '/query{/}?', (ask) => answer(ask, locators, false)),
    apiRoute('GET', '/queryAll{/}?', (ask) => answer(ask, locators, true)),
    ...['/query/:locator', '/queryAll/:locator'].map((path) =>
      apiRoute('GET', path, (ask) => {
        ask.org.failures.meet({ operation: 'query' });
        return { json: locators.next(ask.param('locator'), idIn(ask.user), base(ask)) };
      }),
    ),
  ];
}

function answer(ask: Ask, locators: Locators, all: boolean): Answer {
  const soql = ask.query.get('q');
  if (soql === null) throw malformed('A query string has to be specified');
  const { rows, show, counted } = runQuery(ask, soql, { all });
  if (counted) return { json: { totalSize: rows.length, done: true, records: [] } };
  return { json: locators.open({ userId: idIn(ask.user), rows, show, size: pageSize(ask) }, base(ask)) };
}

/** As the organisation has it, or fewer if the caller wants (`Sforce-Query-Options: batchSize=200`). */
function pageSize({ org, headers }: Ask): number {
  const wanted = /batchSize\s*=\s*(\d+)/i.exec(String(headers['sforce-query-options'] ?? ''))?.[1];
  const most = org.setup.get().pageSize;
  return wanted === undefined ? most : Math.min(most, Math.max(200, Number(wanted)));
}

function base({ version }: Ask): string {
  return `/services/data/${version}`;
}
