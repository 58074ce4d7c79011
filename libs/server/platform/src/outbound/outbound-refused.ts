/** `address`: not public. `unreachable`: no such name, no connection, no answer in time. `content`: not what was asked for. */
export type OutboundRefusal =
  'scheme' | 'credentials' | 'address' | 'unreachable' | 'redirects' | 'status' | 'too-large' | 'content';

/** A request to the outside that was not made, was broken off, or brought nothing to use. */
export class OutboundRefused extends Error {
  override name = 'OutboundRefused';

  constructor(
    readonly reason: OutboundRefusal,
    readonly about: string,
  ) {
    super(`Refused (${reason}): ${about}`);
  }
}
