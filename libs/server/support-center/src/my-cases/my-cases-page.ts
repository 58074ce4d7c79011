import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { pagerBlock } from '../theme/blocks.ts';
import { presentRow, type Telling } from './case-presenter.ts';
import type { CasePage } from './my-cases.queries.ts';

export const CASES = '/customer/portal/private/cases';

export interface ChosenCases {
  whose: 'mine' | 'company';
  all: boolean;
  mayReadCompany: boolean;
}

/** My cases: those of a page, and the ways to the others. */
export function myCasesPage(
  center: CenterRequest,
  { items, next }: CasePage,
  { telling, chosen }: { telling: Telling; chosen: ChosenCases },
): PageAnswer {
  const { words } = telling;
  const { query } = center;
  const url = (wanted: Record<string, string>) => center.link(CASES) + queryOf({ ...query, page: '', ...wanted });
  const next_url = next === null ? null : url({ page: next });
  const first_url = query['page'] ? url({}) : null;
  return {
    page: 'myportal_index',
    title: words.portal_title,
    head: { hidden: true },
    objects: {
      cases: items.map((row) => presentRow(row, telling, center.link(`${CASES}/${row.id}`))),
      show_all: chosen.all,
      company: chosen.mayReadCompany ? { chosen: chosen.whose === 'company', url: url({ whose: 'company' }) } : null,
      mine_url: url({ whose: '' }),
      active_url: url({ show: '' }),
      all_url: url({ show: 'all' }),
      next_url,
      first_url,
      more_cases_block: pagerBlock(
        { previous: first_url, next: next_url },
        { label: words.portal_title, previous: words.newer_cases, next: words.older_cases },
      ),
    },
  };
}

function queryOf(chosen: Record<string, string>): string {
  const known = Object.entries(chosen).filter(
    ([name, value]) => value !== '' && ['whose', 'show', 'page'].includes(name),
  );
  return known.length === 0 ? '' : `?${new URLSearchParams(known).toString()}`;
}
