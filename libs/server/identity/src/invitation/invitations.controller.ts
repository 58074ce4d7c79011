import { Controller } from '@nestjs/common';
import { invitationsApi, passwordResetsApi, type LinkOwner, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange } from '@bureau/platform';
import { AcceptInvitation } from './accept-invitation.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';
import { UserTokenRepository, type LinkPurpose } from './user-token.repository.ts';

/** For people who cannot sign in yet, or no longer. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly tokens: UserTokenRepository,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Handles(invitationsApi.look)
  lookAtInvitation(_actor: null, { body }: RouteCall<typeof invitationsApi.look>): Promise<LinkOwner> {
    return this.look('invitation', body.token);
  }

  @Handles(invitationsApi.accept)
  accept(_actor: null, { body }: RouteCall<typeof invitationsApi.accept>): Promise<void> {
    return this.acceptInvitation.run(body);
  }

  @Handles(passwordResetsApi.request)
  request(
    _actor: null,
    { body }: RouteCall<typeof passwordResetsApi.request>,
    { request }: HttpExchange,
  ): Promise<void> {
    return this.requestReset.run(body.email, request.ip);
  }

  @Handles(passwordResetsApi.look)
  lookAtReset(_actor: null, { body }: RouteCall<typeof passwordResetsApi.look>): Promise<LinkOwner> {
    return this.look('password-reset', body.token);
  }

  @Handles(passwordResetsApi.complete)
  complete(_actor: null, { body }: RouteCall<typeof passwordResetsApi.complete>): Promise<void> {
    return this.resetPassword.run(body);
  }

  private async look(purpose: LinkPurpose, token: string): Promise<LinkOwner> {
    const owner = await this.tokens.owner(purpose, token);
    if (!owner) throw new ProblemError('link.gone');
    return owner;
  }
}
