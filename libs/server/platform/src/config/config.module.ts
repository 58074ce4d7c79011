import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.ts';
import { InstallationSecret, openInstallationSecret } from './installation-secret.ts';

export const CONFIG = Symbol('Config');

@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: InstallationSecret, useFactory: () => openInstallationSecret(config) },
      ],
      exports: [CONFIG, InstallationSecret],
    };
  }
}
