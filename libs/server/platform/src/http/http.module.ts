import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { EtagInterceptor } from './etag.interceptor.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';
import { IdempotencySweep } from './idempotency-sweep.ts';
import { ProblemFilter } from './problem.filter.ts';
import { RateLimits } from './rate-limits.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { RetryCollisionsInterceptor } from './retry-collisions.interceptor.ts';
import { auditRoutes } from './route-audit.ts';

/** The rules of every request: access, idempotency, problems; and the audit of the routes at boot. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [ReferenceController],
  providers: [
    IdempotencySweep,
    RateLimits,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RetryCollisionsInterceptor },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RateLimits],
})
export class HttpModule implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    auditRoutes(this.discovery, { complete: true });
  }
}
