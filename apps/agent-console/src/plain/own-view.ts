import { CASE_COLUMNS, FILTER_GROUPINGS, FILTER_SORTS } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { isListOf, isOneOf, isRecordOf, orNull, readJson } from '@bureau/client';

/** How somebody looks at a filter: in which order, under which headings, with which columns. */
export type OwnView = Pick<Filter, 'sort' | 'groupBy' | 'columns'>;

const isView = isRecordOf<OwnView>({
  sort: isRecordOf<OwnView['sort']>({ field: isOneOf(FILTER_SORTS), direction: isOneOf(['asc', 'desc']) }),
  groupBy: orNull(isOneOf(FILTER_GROUPINGS)),
  columns: isListOf(isOneOf(CASE_COLUMNS)),
});

const nameOf = (filterId: number) => `bureau.console.view.${filterId}`;

/** The view of a filter that this reader chose in this browser; null: as it was saved. */
export function recallOwnView(filterId: number): OwnView | null {
  return readJson(window.localStorage.getItem(nameOf(filterId)), isView);
}

/** Keeps the view that this reader chose; null: she wants it as it was saved. */
export function keepOwnView(filterId: number, view: OwnView | null): void {
  if (view === null) window.localStorage.removeItem(nameOf(filterId));
  else window.localStorage.setItem(nameOf(filterId), JSON.stringify(view));
}
