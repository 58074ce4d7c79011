import { Controller } from '@nestjs/common';
import { signInSettingsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ChangeSignInSettings } from './change-sign-in-settings.ts';
import { SignInSettingsRepository } from './sign-in-settings.repository.ts';

@Controller()
export class SignInSettingsController {
  constructor(
    private readonly settings: SignInSettingsRepository,
    private readonly changeSettings: ChangeSignInSettings,
  ) {}

  @Handles(signInSettingsApi.read)
  read(): Promise<RawJson> {
    return this.settings.read();
  }

  @Handles(signInSettingsApi.change)
  change(
    actor: Actor,
    { body }: RouteCall<typeof signInSettingsApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.changeSettings.run(actor, { input: body, ifMatch });
  }
}
