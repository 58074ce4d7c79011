import { Global, Module } from '@nestjs/common';
import { ACTION_PROVIDERS } from './action/index.ts';
import { BUSINESS_HOURS_CONTROLLERS, BUSINESS_HOURS_PROVIDERS, BusinessHours } from './business-hours/index.ts';
import { AgentSettingsRepository, AvailableAgents, ROUTING_PROVIDERS, RoutingController } from './routing/index.ts';
import { WEBHOOK_CONTROLLERS, WEBHOOK_PROVIDERS } from './webhook/index.ts';
import { RULE_CONTROLLERS, RULE_PROVIDERS, RunTimeRules, KeepRuleStatistics } from './rule/index.ts';
import { MACRO_CONTROLLERS, MACRO_PROVIDERS, ApplyMacros, MacroQueries, SaveMacro } from './macro/index.ts';

/** What the desk does by itself: business rules, macros, routing and hours of business. */
@Global()
@Module({
  controllers: [
    ...BUSINESS_HOURS_CONTROLLERS,
    ...MACRO_CONTROLLERS,
    ...RULE_CONTROLLERS,
    ...WEBHOOK_CONTROLLERS,
    RoutingController,
  ],
  providers: [
    ...BUSINESS_HOURS_PROVIDERS,
    ...ACTION_PROVIDERS,
    ...MACRO_PROVIDERS,
    ...RULE_PROVIDERS,
    ...WEBHOOK_PROVIDERS,
    ...ROUTING_PROVIDERS,
  ],
  exports: [
    AgentSettingsRepository,
    KeepRuleStatistics,
    ApplyMacros,
    MacroQueries,
    RunTimeRules,
    SaveMacro,
    AvailableAgents,
    BusinessHours,
    ...ACTION_PROVIDERS,
  ],
})
export class AutomationModule {}
