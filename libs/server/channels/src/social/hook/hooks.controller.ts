import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { CONFIG, ProblemError, PublicHook, PublicPage, type Config } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { XApp } from '../../x/x-app.ts';
import { ReceiveSocial } from '../in/receive-social.ts';
import type { Form } from '../in/read/unit.ts';
import { ForgeryBrake } from './forgery-brake.ts';
import { bodyOf, isSame, signatureOf } from './hook-body.ts';

/** How a network signs what it tells (external-apis.md 1.6, 2.3), and what it is. */
const SIGNED: Record<Network, { header: string; encoding: 'base64' | 'hex'; form: Form }> = {
  x: { header: 'x-twitter-webhooks-signature', encoding: 'base64', form: 'x-activity' },
  facebook: { header: 'x-hub-signature-256', encoding: 'hex', form: 'facebook-webhook' },
};

/** Where X and Facebook tell what happens. Nothing is done with it here but to make it safe. */
@Controller()
export class HooksController {
  constructor(
    private readonly xApp: XApp,
    private readonly receive: ReceiveSocial,
    private readonly brake: ForgeryBrake,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** X asks from time to time whether whoever answers here knows the secret of the app. */
  @PublicPage('/hooks/x', 'Answer the challenge of X.')
  challengeOfX(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const secret = this.xApp.webhookSecret;
    const token = queryOf(request, 'crc_token');
    if (secret === null || token === null) throw new ProblemError('route.not-found');
    void reply.send({ response_token: signatureOf(token, secret, 'base64') });
  }

  @PublicHook('/hooks/x', 'Take what X tells.')
  async tellOfX(@Req() request: FastifyRequest): Promise<string> {
    return this.take(request, 'x', this.xApp.webhookSecret);
  }

  @PublicPage('/hooks/facebook', 'Answer the challenge of Facebook.')
  challengeOfFacebook(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { verifyToken } = this.config.facebook;
    if (verifyToken === null) throw new ProblemError('route.not-found');
    const challenge = queryOf(request, 'hub.challenge');
    const isMeant =
      queryOf(request, 'hub.mode') === 'subscribe' && isSame(queryOf(request, 'hub.verify_token'), verifyToken);
    if (!isMeant || challenge === null) throw new ProblemError('hook.forged');
    void reply.type('text/plain; charset=utf-8').send(challenge.slice(0, 200));
  }

  @PublicHook('/hooks/facebook', 'Take what Facebook tells.')
  async tellOfFacebook(@Req() request: FastifyRequest): Promise<string> {
    return this.take(request, 'facebook', this.config.facebook.app?.secret ?? null);
  }

  /** Throws hook.forged, request.too-large, request.rate-limited, and whatever keeps it from being safe. */
  private async take(request: FastifyRequest, network: Network, secret: string | null): Promise<string> {
    if (secret === null) throw new ProblemError('route.not-found');
    this.brake.check(request.ip);
    const bytes = await bodyOf(request);
    const { header, encoding, form } = SIGNED[network];
    if (!isSame(request.headers[header], signatureOf(bytes, secret, encoding))) {
      this.brake.count(request.ip);
      throw new ProblemError('hook.forged');
    }
    await this.receive.run({ network, form, bytes, accountId: null, ip: request.ip });
    return 'OK';
  }
}

function queryOf(request: FastifyRequest, name: string): string | null {
  const value = new URL(request.url, 'http://desk').searchParams.get(name);
  return value === null || value === '' ? null : value;
}
