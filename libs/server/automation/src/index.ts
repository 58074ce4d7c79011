export * from './automation.module.ts';
export { AvailableAgents, KeepRouting, OfferNext, type AvailableAgent } from './routing/index.ts';
export { BusinessHours, type OpeningAt } from './business-hours/index.ts';
