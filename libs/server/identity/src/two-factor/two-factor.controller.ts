import { Controller } from '@nestjs/common';
import {
  twoFactorApi,
  type Actor,
  type RecoveryCodes,
  type RouteCall,
  type TwoFactor,
  type TwoFactorSetup,
} from '@bureau/contracts';
import { Handles, signedInOf, type HttpExchange } from '@bureau/platform';
import { userOf } from '../session/user-of.ts';
import { ChangeTwoFactor } from './change-two-factor.ts';
import { ResetTwoFactor } from './reset-two-factor.ts';
import { SetUpTwoFactor } from './set-up-two-factor.ts';
import { TwoFactorRepository } from './two-factor.repository.ts';

@Controller()
export class TwoFactorController {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly setUp: SetUpTwoFactor,
    private readonly change: ChangeTwoFactor,
    private readonly resetTwoFactor: ResetTwoFactor,
  ) {}

  @Handles(twoFactorApi.get)
  get(actor: Actor): Promise<TwoFactor> {
    return this.factors.state(userOf(actor).userId);
  }

  @Handles(twoFactorApi.begin)
  begin(
    _actor: Actor,
    { body }: RouteCall<typeof twoFactorApi.begin>,
    { request }: HttpExchange,
  ): Promise<TwoFactorSetup> {
    return this.setUp.begin(signedInOf(request), body.password, request.ip);
  }

  @Handles(twoFactorApi.confirm)
  confirm(
    _actor: Actor,
    { body }: RouteCall<typeof twoFactorApi.confirm>,
    { request }: HttpExchange,
  ): Promise<RecoveryCodes> {
    return this.setUp.confirm(signedInOf(request), body.code);
  }

  @Handles(twoFactorApi.renewRecoveryCodes)
  renewRecoveryCodes(
    _actor: Actor,
    { body }: RouteCall<typeof twoFactorApi.renewRecoveryCodes>,
    { request }: HttpExchange,
  ): Promise<RecoveryCodes> {
    return this.change.renewRecoveryCodes(signedInOf(request), body, request.ip);
  }

  @Handles(twoFactorApi.disable)
  disable(_actor: Actor, { body }: RouteCall<typeof twoFactorApi.disable>, { request }: HttpExchange): Promise<void> {
    return this.change.disable(signedInOf(request), body, request.ip);
  }

  @Handles(twoFactorApi.reset)
  reset(actor: Actor, { params }: RouteCall<typeof twoFactorApi.reset>): Promise<void> {
    return this.resetTwoFactor.run(actor, params.userId);
  }
}
