import { Global, Module } from '@nestjs/common';
import { ACTION_PROVIDERS } from './action/index.ts';

/** What the desk does by itself: business rules, macros, routing and hours of business. */
@Global()
@Module({
  providers: [...ACTION_PROVIDERS],
  exports: [...ACTION_PROVIDERS],
})
export class AutomationModule {}
