export * from './automation.module.ts';
export { ApplyMacros, MacroQueries, SaveMacro } from './macro/index.ts';
export {
  AgentSettingsRepository,
  AvailableAgents,
  KeepRouting,
  OfferNext,
  type AvailableAgent,
} from './routing/index.ts';
export { BusinessHours, type OpeningAt } from './business-hours/index.ts';
