import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { numberedBase, signatureBase, signatureKey, type OAuth1Said, type Pairs } from '@bureau/domain';
import { Clock, CONFIG, InstallationSecret, unseal, type Config } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';

/** How far the clock of a client may be wrong, in either direction. */
export const TOLERANCE_MS = 5 * 60_000;

/** What a signature is made with; there is no token yet when a first one is asked for. */
interface Secrets {
  consumerSecretSealed: string;
  tokenSecretSealed: string | null;
}

interface Signed {
  request: FastifyRequest;
  /** Of the header, and of a body that is a form. */
  parameters: Pairs;
  secrets: Secrets;
}

/** Looks at signatures of OAuth 1.0a. */
@Injectable()
export class SignatureCheck {
  constructor(
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isOfNow({ timestamp }: OAuth1Said): boolean {
    return Math.abs(this.clock.now().getTime() - timestamp * 1000) <= TOLERANCE_MS;
  }

  /**
   * Signed over the address as the client called it: as the request says it, or a trusted proxy, or as the desk is known
   * outside, for proxies that pass on neither scheme nor host.
   */
  isRight({ signature }: OAuth1Said, { request, parameters, secrets }: Signed): boolean {
    const key = signatureKey(this.opened(secrets.consumerSecretSealed), this.opened(secrets.tokenSecretSealed));
    const given = Buffer.from(signature, 'base64');
    const { method, originalUrl: address } = request;
    const bases = this.originsOf(request).flatMap((origin) => {
      const over = { method, origin, address, parameters };
      return [signatureBase(over), numberedBase(over) ?? []].flat();
    });
    return bases.some((base) => {
      const right = createHmac('sha1', key).update(base).digest();
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }

  private opened(sealed: string | null): string {
    return sealed === null ? '' : unseal(this.secret, sealed);
  }

  private originsOf({ protocol, host }: FastifyRequest): string[] {
    const called = `${protocol}://${host}`;
    const known = new URL(this.config.publicUrl).origin;
    return [...new Set([...(URL.canParse(called) ? [new URL(called).origin] : []), known])];
  }
}
