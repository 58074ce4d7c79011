import type { Provider } from '@nestjs/common';
import { Descriptions } from './descriptions.ts';
import { EventStreams } from './event-streams.ts';
import { KeyRepository } from './key.repository.ts';
import { LookAtOrganisation } from './look-at-organisation.ts';
import { MaySync } from './may-sync.ts';
import { SalesforceApp } from './salesforce-app.ts';
import { SalesforceBudget } from './salesforce-budget.repository.ts';
import { SalesforceClients } from './salesforce-clients.ts';
import { SalesforceKeyRing } from './salesforce-key-ring.ts';
import { TokenRequests } from './token-requests.ts';

export * from './description.ts';
export * from './descriptions.ts';
export { EventStreams, type EventStream } from './event-streams.ts';
export { MaySync } from './may-sync.ts';
export { recordUrl } from './record-url.ts';
export { CLIENT } from './salesforce-app.ts';
export { SalesforceBudget } from './salesforce-budget.repository.ts';
export { SalesforceClients } from './salesforce-clients.ts';
export * from './salesforce-failure.ts';
export * from './salesforce-records.ts';
export { SalesforceUnavailable } from './salesforce-unavailable.ts';

export const SALESFORCE_PROVIDERS: Provider[] = [
  Descriptions,
  EventStreams,
  KeyRepository,
  LookAtOrganisation,
  MaySync,
  SalesforceApp,
  SalesforceBudget,
  SalesforceClients,
  SalesforceKeyRing,
  TokenRequests,
];
