import { ApplyRule } from './apply-rule.ts';
import { ConsiderRules } from './consider-rules.ts';
import { EndChain } from './end-chain.ts';
import { ExplainCase } from './explain-case.ts';
import { KeepRuleStatistics } from './keep-rule-statistics.ts';
import { LatestMessagesQueries } from './latest-messages.queries.ts';
import { RegroupRules } from './regroup-rules.ts';
import { RelabelRules } from './relabel-rules.ts';
import { RestRule } from './rest-rule.ts';
import { RuleBook } from './rule-book.ts';
import { RuleLinks } from './rule-links.ts';
import { RuleNames } from './rule-names.ts';
import { RuleQueries } from './rule.queries.ts';
import { RuleRestRepository } from './rule-rest.repository.ts';
import { RuleRepository } from './rule.repository.ts';
import { RuleRunRepository } from './rule-run.repository.ts';
import { RuleRunsQueries } from './rule-runs.queries.ts';
import { RulesController } from './rules.controller.ts';
import { RuleStatisticsRepository } from './rule-statistics.repository.ts';
import { RunRules } from './run-rules.ts';
import { RunRulesOnCaseFacts } from './run-rules.on-case-facts.ts';
import { RunTimeRules } from './run-time-rules.ts';
import { SaveRule } from './save-rule.ts';
import { SwitchOffRule } from './switch-off-rule.ts';
import { TimeRuleRepository } from './time-rule.repository.ts';
import { TryRule } from './try-rule.ts';

export { KeepRuleStatistics } from './keep-rule-statistics.ts';
export { RunTimeRules } from './run-time-rules.ts';

export const RULE_CONTROLLERS = [RulesController];

/** What the module provides for business rules. */
export const RULE_PROVIDERS = [
  ApplyRule,
  ConsiderRules,
  EndChain,
  ExplainCase,
  KeepRuleStatistics,
  LatestMessagesQueries,
  RegroupRules,
  RelabelRules,
  RestRule,
  RuleBook,
  RuleLinks,
  RuleNames,
  RuleQueries,
  RuleRepository,
  RuleRestRepository,
  RuleRunRepository,
  RuleRunsQueries,
  RuleStatisticsRepository,
  RunRules,
  RunRulesOnCaseFacts,
  RunTimeRules,
  SaveRule,
  SwitchOffRule,
  TimeRuleRepository,
  TryRule,
];
