import { CASES } from '../cases/case.source.ts';
import { INTERACTIONS } from '../cases/interaction.source.ts';
import { CUSTOMERS } from '../customers/customer.source.ts';
import { ARTICLES } from '../knowledge/article.source.ts';
import { TOPICS } from '../knowledge/topic.source.ts';
import { MACROS } from '../macros/macro.source.ts';
import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { GROUPS } from '../users/group.source.ts';
import { USERS } from '../users/user.source.ts';
import { caseOf, interactionOf } from './v1-cases.ts';
import { articleOf, groupOf, macroOf, topicOf, userOf } from './v1-desk.ts';
import { customerOf } from './v1-customers.ts';
import type { Entry, Told } from './entry.ts';

/** A row of the table of the API v1, which reads what the API v2 reads and tells it otherwise. */
export interface V1Route {
  route: DeskRoute;
  /** What every entry is wrapped in. */
  noun: string;
  /** What has to be read besides, by the names of v2. */
  embeds?: string[];
  tell(entry: Entry): Told;
}

const CASE = { noun: 'case', embeds: ['assigned_user', 'assigned_group'], tell: caseOf };
const CUSTOMER = { noun: 'customer', tell: customerOf };
const GROUP = { noun: 'group', tell: groupOf };
const USER = { noun: 'user', tell: userOf };
const TOPIC = { noun: 'topic', tell: topicOf };
const ARTICLE = { noun: 'article', tell: articleOf };

const cases = { allow: 'cases:view', reads: CASES } as const;
const customers = { allow: 'customers:view', reads: CUSTOMERS } as const;
const groups = { allow: 'users:view', reads: GROUPS } as const;
const users = { allow: 'users:view', reads: USERS } as const;
const macros = { allow: 'cases:update', reads: MACROS } as const;
const topics = { allow: 'articles:view', reads: TOPICS } as const;
const articles = { allow: 'articles:view', reads: ARTICLES } as const;

/** What the npm package `desk-api` calls, and what its manual shows: single entries by either spelling. Read only. */
export const V1_ROUTES: readonly V1Route[] = [
  { route: list('/cases', { summary: 'List the cases.', ...cases }), ...CASE },
  { route: show('/cases/:case', { summary: 'Read a case.', ...cases }), ...CASE },
  { route: list('/customers', { summary: 'List the customers.', ...customers }), ...CUSTOMER },
  { route: show('/customers/:customer', { summary: 'Read a customer.', ...customers }), ...CUSTOMER },
  { route: show('/customer/:customer', { summary: 'Read a customer.', ...customers }), ...CUSTOMER },
  {
    route: list('/interactions', { summary: 'List what was said.', allow: 'cases:view', reads: INTERACTIONS }),
    ...{ noun: 'interaction', embeds: ['sent_by'], tell: interactionOf },
  },
  { route: list('/groups', { summary: 'List the groups.', ...groups }), ...GROUP },
  { route: show('/groups/:group', { summary: 'Read a group.', ...groups }), ...GROUP },
  { route: show('/group/:group', { summary: 'Read a group.', ...groups }), ...GROUP },
  { route: list('/users', { summary: 'List the users.', ...users }), ...USER },
  { route: show('/users/:user', { summary: 'Read a user.', ...users }), ...USER },
  { route: show('/user/:user', { summary: 'Read a user.', ...users }), ...USER },
  { route: list('/macros', { summary: 'List the macros.', ...macros }), noun: 'macro', tell: macroOf },
  { route: show('/macros/:macro', { summary: 'Read a macro.', ...macros }), noun: 'macro', tell: macroOf },
  { route: list('/topics', { summary: 'List the topics.', ...topics }), ...TOPIC },
  { route: show('/topics/:topic', { summary: 'Read a topic.', ...topics }), ...TOPIC },
  {
    route: list('/topics/:topic/articles', { summary: 'List the articles.', ...articles, within: TOPICS }),
    ...ARTICLE,
  },
  { route: show('/articles/:article', { summary: 'Read an article.', ...articles }), ...ARTICLE },
];
