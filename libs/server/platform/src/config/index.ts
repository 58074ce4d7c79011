export * from './config.ts';
export * from './config.module.ts';
export * from './installation-secret.ts';
export { isOnThisMachine, type FacebookConfig, type XConfig } from './networks.ts';
export type { SalesforceConfig } from './salesforce.ts';
export * from './seal.ts';
