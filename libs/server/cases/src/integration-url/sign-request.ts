import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { permits, type Actor, type SignedRequest } from '@bureau/contracts';
import { Clock, CONFIG, InstallationSecret, ProblemError, unseal, type Config } from '@bureau/platform';
import { CanvasQueries } from './canvas.queries.ts';
import { ShowIntegrations } from './show-integrations.ts';

/** Signs what a canvas app is told when somebody opens it beside a case. */
@Injectable()
export class SignRequest {
  constructor(
    private readonly integrations: ShowIntegrations,
    private readonly canvas: CanvasQueries,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * For users themselves: it says to the app who somebody is, which no token of a program may. Throws permission.denied,
   * case.not-found, integration-url.not-found, .no-app, .no-secret and .no-address.
   */
  async run(actor: Actor, { caseId, id }: { caseId: number; id: number }): Promise<SignedRequest> {
    if (actor.kind !== 'user') throw new ProblemError('permission.denied');
    const app = await this.integrations.one(actor, { caseId, id });
    if (app.kind !== 'canvas') throw new ProblemError('integration-url.no-app');
    if (app.secretSealed === null) throw new ProblemError('integration-url.no-secret');

    const { origin } = new URL(this.config.publicUrl);
    const about = await this.canvas.about({
      ...{ caseId, userId: actor.userId, wholeCustomer: permits(actor, 'customers:view') },
    });
    const envelope = {
      algorithm: 'HMACSHA256',
      issuedAt: this.clock.now().getTime(),
      userId: String(actor.userId),
      // No token: what the app may do here, an API application says.
      client: { instanceId: String(app.id), instanceUrl: origin, targetOrigin: origin },
      context: {
        user: about.user,
        organization: { organizationId: new URL(origin).host, name: about.site.name },
        site: { ...about.site, url: origin },
        application: { applicationId: String(app.id), name: app.name, canvasUrl: app.url, authType: 'SIGNED_REQUEST' },
        environment: {
          locationUrl: `${origin}/cases/inbox/${caseId}`,
          displayLocation: 'Case',
          dimensions: { height: `${app.height}px`, width: '100%' },
          parameters: {},
          case: about.case,
          customer: about.customer,
        },
      },
    };
    return { url: app.url, signedRequest: signedWith(unseal(this.secret, app.secretSealed), envelope) };
  }
}

/** As Salesforce Canvas signs: base64 of the HMAC-SHA256 of the base64 of the JSON, a dot, and that base64. */
function signedWith(secret: string, envelope: object): string {
  const payload = Buffer.from(JSON.stringify(envelope), 'utf8').toString('base64');
  return `${createHmac('sha256', secret).update(payload).digest('base64')}.${payload}`;
}
