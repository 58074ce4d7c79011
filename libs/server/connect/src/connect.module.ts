import { Global, Module } from '@nestjs/common';
import { CHATTER_CONTROLLERS, CHATTER_PROVIDERS } from './chatter/index.ts';
import { CONNECTION_CONTROLLERS, CONNECTION_PROVIDERS } from './connection/index.ts';
import { FIRST_SYNC_CONTROLLERS, FIRST_SYNC_PROVIDERS } from './first-sync/index.ts';
import { HearOfChanges } from './hints/hear-of-changes.ts';
import { MAPPING_CONTROLLERS, MAPPING_PROVIDERS } from './mapping/index.ts';
import { PANE_CONTROLLERS, PANE_PROVIDERS } from './pane/index.ts';
import { PREFLIGHT_PROVIDERS } from './preflight/index.ts';
import { SALESFORCE_PROVIDERS } from './salesforce/index.ts';
import { SETTINGS_CONTROLLERS, SETTINGS_PROVIDERS } from './settings/index.ts';
import { SYNC_CONTROLLERS, SYNC_PROVIDERS } from './sync.providers.ts';

/** Desk Connect: customers, companies and cases kept in step with a Salesforce organisation, both ways. */
@Global()
@Module({
  controllers: [
    ...CHATTER_CONTROLLERS,
    ...CONNECTION_CONTROLLERS,
    ...FIRST_SYNC_CONTROLLERS,
    ...MAPPING_CONTROLLERS,
    ...PANE_CONTROLLERS,
    ...SETTINGS_CONTROLLERS,
    ...SYNC_CONTROLLERS,
  ],
  providers: [
    ...CHATTER_PROVIDERS,
    ...CONNECTION_PROVIDERS,
    ...FIRST_SYNC_PROVIDERS,
    ...MAPPING_PROVIDERS,
    ...PANE_PROVIDERS,
    ...PREFLIGHT_PROVIDERS,
    ...SALESFORCE_PROVIDERS,
    ...SETTINGS_PROVIDERS,
    ...SYNC_PROVIDERS,
  ],
  exports: [HearOfChanges],
})
export class ConnectModule {}
