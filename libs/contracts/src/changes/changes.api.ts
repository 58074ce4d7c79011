import type { z } from 'zod';
import type { Allow } from '../route.ts';
import { route } from '../route.ts';
import { changesOf, ChangesQuery } from './changes.ts';
import {
  ArticleRecord,
  BrandRecord,
  CaseRecord,
  CompanyRecord,
  CustomerRecord,
  GroupRecord,
  LabelRecord,
  MessageRecord,
  NoteRecord,
  TopicRecord,
  UserRecord,
} from './records.ts';

function changes<const P extends string, T extends z.ZodType>(noun: P, { allow, record }: { allow: Allow; record: T }) {
  return route('GET', `/changes/${noun}`, {
    summary: `Read ${noun} in the order in which they changed, from a point in time, to keep a copy.`,
    allow,
    query: ChangesQuery,
    response: changesOf(record),
  });
}

/** What data pipelines copy, incrementally by `updatedAt`: nothing is skipped, however many write at the same time. */
export const changesApi = {
  cases: changes('cases', { allow: 'cases:view', record: CaseRecord }),
  messages: changes('messages', { allow: 'cases:view', record: MessageRecord }),
  notes: changes('notes', { allow: 'cases:view', record: NoteRecord }),
  labels: changes('labels', { allow: 'cases:view', record: LabelRecord }),
  customers: changes('customers', { allow: 'customers:view', record: CustomerRecord }),
  companies: changes('companies', { allow: 'customers:view', record: CompanyRecord }),
  users: changes('users', { allow: 'users:view', record: UserRecord }),
  groups: changes('groups', { allow: 'users:view', record: GroupRecord }),
  brands: changes('brands', { allow: 'cases:view', record: BrandRecord }),
  topics: changes('topics', { allow: 'articles:view', record: TopicRecord }),
  articles: changes('articles', { allow: 'articles:view', record: ArticleRecord }),
};
