import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { ConditionField } from '../cases/filters.ts';
import {
  CreateRule,
  ListRuleFields,
  ListRuleRuns,
  ReorderRules,
  Rule,
  ruleParams,
  RuleRun,
  RuleTrial,
  RuleType,
  RuleVersion,
  TryRule,
  UpdateRule,
} from './rules.ts';

export const rulesApi = {
  list: route('GET', '/rules', {
    summary: 'List the business rules, by type and in the order in which they are considered.',
    allow: 'rules:manage',
    query: z.object({ type: RuleType.optional() }),
    response: z.object({ items: z.array(Rule) }),
  }),
  create: route('POST', '/rules', {
    summary: 'Write a rule; it rests until it is enabled.',
    allow: 'rules:manage',
    body: CreateRule,
    response: Rule,
    status: 201,
    idempotent: true,
  }),
  try: route('POST', '/rules/try', {
    summary: 'Try a rule on the cases of the last 30 days: which match now, and what would change. Nothing changes.',
    allow: 'rules:manage',
    body: TryRule,
    response: RuleTrial,
  }),
  fields: route('GET', '/rules/fields', {
    summary: 'List what the conditions of a type of rules can ask for, with the operators of each field.',
    allow: 'rules:manage',
    query: ListRuleFields,
    response: z.object({ items: z.array(ConditionField) }),
  }),
  reorder: route('PUT', '/rules/order', {
    summary: 'Put the rules of a type in order.',
    allow: 'rules:manage',
    body: ReorderRules,
  }),
  get: route('GET', '/rules/:ruleId', {
    summary: 'Read a rule.',
    allow: 'rules:manage',
    params: ruleParams,
    response: Rule,
    versioned: true,
  }),
  update: route('PATCH', '/rules/:ruleId', {
    summary: 'Change a rule; what it asks or does becomes a new version.',
    allow: 'rules:manage',
    params: ruleParams,
    body: UpdateRule,
    response: Rule,
    versioned: true,
  }),
  delete: route('DELETE', '/rules/:ruleId', {
    summary: 'Delete a rule; what it did stays, and cases still tell of it.',
    allow: 'rules:manage',
    params: ruleParams,
  }),
  versions: route('GET', '/rules/:ruleId/versions', {
    summary: 'List the versions of a rule, the latest first, each with what is different.',
    allow: 'rules:manage',
    params: ruleParams,
    response: z.object({ items: z.array(RuleVersion) }),
  }),
  rollBack: route('POST', '/rules/:ruleId/versions/:version/restore', {
    summary: 'Make an earlier version of a rule the present one, as a new version.',
    allow: 'rules:manage',
    params: ruleParams.extend({ version: IdParam }),
    response: Rule,
  }),
  explain: route('GET', '/cases/:caseId/rule-runs', {
    summary:
      'Why rules did, or did not do, something to a case: each thing that happened, the latest first, with the rules considered.',
    allow: 'cases:view',
    params: z.object({ caseId: IdParam }),
    query: ListRuleRuns,
    response: pageOf(RuleRun),
  }),
};
