import type { CaseStatus, Channel } from '@bureau/contracts';

/** Words to look for. `phrase`: in this order, side by side; `prefix`: any word that begins so. */
export interface SearchTerm {
  text: string;
  phrase: boolean;
  prefix: boolean;
  not: boolean;
}

export type CaseState = 'open' | 'closed' | 'unassigned' | 'mine' | 'snoozed' | 'spam' | 'deleted' | 'waiting';

/** What an operator asks of a case. Names are resolved by whoever runs the query. */
export type SearchCondition =
  | {
      field: 'from' | 'to' | 'label' | 'brand' | 'assigned' | 'group' | 'customer' | 'company' | 'filter';
      name: string;
    }
  | { field: 'status'; status: CaseStatus }
  | { field: 'channel'; channel: Channel }
  | { field: 'is'; state: CaseState }
  | { field: 'has'; what: 'attachment' | 'note' }
  | { field: 'before' | 'after'; at: Date }
  | { field: 'number'; caseId: number };

export type SearchTest = SearchCondition & { not: boolean };

/** Something that was read otherwise than its writer may have meant. */
export interface SearchHint {
  /** As it was typed. */
  part: string;
  message: string;
}

export interface SearchQuery {
  terms: SearchTerm[];
  tests: SearchTest[];
  hints: SearchHint[];
}
