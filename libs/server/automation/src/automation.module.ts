import { Global, Module } from '@nestjs/common';

/** What the desk does by itself: business rules, macros, routing and hours of business. */
@Global()
@Module({})
export class AutomationModule {}
