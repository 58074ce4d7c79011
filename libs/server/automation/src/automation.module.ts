import { Global, Module } from '@nestjs/common';
import { ACTION_PROVIDERS } from './action/index.ts';
import { MACRO_CONTROLLERS, MACRO_PROVIDERS } from './macro/index.ts';

/** What the desk does by itself: business rules, macros, routing and hours of business. */
@Global()
@Module({
  controllers: [...MACRO_CONTROLLERS],
  providers: [...ACTION_PROVIDERS, ...MACRO_PROVIDERS],
  exports: [...ACTION_PROVIDERS],
})
export class AutomationModule {}
