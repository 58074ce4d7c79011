import { Module, type DynamicModule } from '@nestjs/common';
import { CasesModule } from '@bureau/cases';
import { AutomationModule } from '@bureau/automation';
import { ChannelsModule } from '@bureau/channels';
import { ConnectModule } from '@bureau/connect';
import { CustomersModule } from '@bureau/customers';
import { DemoModule } from '@bureau/demo';
import { DeskApiModule } from '@bureau/desk-api';
import { FeedbackModule } from '@bureau/feedback';
import { IdentityModule } from '@bureau/identity';
import { InsightsModule } from '@bureau/insights';
import { KnowledgeModule } from '@bureau/knowledge';
import {
  HttpModule,
  JobsModule,
  LinksModule,
  MailModule,
  PlatformModule,
  RealtimeModule,
  RealtimeServer,
  StorageModule,
  SystemLogModule,
  type PlatformOptions,
} from '@bureau/platform';
import { SupportCenterModule } from '@bureau/support-center';
import { HealthController } from './health/health.controller.ts';
import { Roles } from './roles/roles.ts';

/** The whole desk, plugged together. Which parts of it run in a process is decided by its roles. */
@Module({})
export class DeskModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { config, databaseUrl } = options;
    return {
      module: DeskModule,
      imports: [
        PlatformModule.forRoot(options),
        JobsModule.forRootAsync({ useFactory: () => ({ databaseUrl, redisUrl: config.redisUrl }) }),
        StorageModule.forRootAsync({ useFactory: () => ({ dataDir: config.dataDir, s3: config.s3 }) }),
        RealtimeModule.forRootAsync({
          useFactory: () => ({ redisUrl: config.redisUrl, allowedOrigins: [new URL(config.publicUrl).origin] }),
        }),
        MailModule,
        SystemLogModule,
        LinksModule,
        IdentityModule,
        CustomersModule,
        CasesModule,
        AutomationModule,
        ChannelsModule,
        KnowledgeModule,
        FeedbackModule,
        InsightsModule,
        ConnectModule,
        SupportCenterModule,
        DeskApiModule,
        DemoModule,
        HttpModule,
      ],
      controllers: [HealthController],
      providers: [Roles, RealtimeServer],
    };
  }
}
