import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { SalesforceApp } from './salesforce-app.ts';
import { SalesforceClients } from './salesforce-clients.ts';
import { SalesforceKeyRing } from './salesforce-key-ring.ts';
import { SalesforceUnavailable } from './salesforce-unavailable.ts';

/** What Salesforce tells by itself, as long as it does. */
export interface EventStream {
  /** Resolves with Salesforce's words when it tells nothing any more. */
  ended: Promise<string>;
  close(): void;
}

export interface EventHandlers {
  /** Everything that is wanted is told from now on. Again whenever Salesforce had forgotten us: something was missed then. */
  opened(): void;
  event(data: unknown): void;
}

const GOODBYE = '/meta/disconnect';

/** A message of Bayeux, as far as it matters here. */
const Said = z.object({
  channel: z.string(),
  subscription: z.string().optional(),
  successful: z.boolean().optional(),
  error: z.string().optional(),
  advice: z.object({ reconnect: z.string().optional() }).optional(),
});
type Said = z.infer<typeof Said>;

type Pass = (message: unknown) => void;

/** Streams of events (the Streaming API, over jsforce), in the name of whom the organisation is connected as. */
@Injectable()
export class EventStreams {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly app: SalesforceApp,
    private readonly ring: SalesforceKeyRing,
  ) {}

  /** One call besides, which makes sure that the keys are good. Throws SalesforceFailure, SalesforceUnavailable. */
  async open(channels: readonly string[], { opened, event }: EventHandlers): Promise<EventStream> {
    await (await this.clients.current()).query('SELECT Id FROM Organization LIMIT 1');
    const { instanceUrl, keys } = await this.keys();
    const { accessToken } = keys;
    const passage = new Passage(channels.length, opened);
    const { streaming } = this.app.connection({ instanceUrl, accessToken });
    const client = streaming.createClient([passage]);
    for (const channel of channels) client.subscribe(channel, event);
    return {
      ended: passage.ended.promise,
      close: () => {
        passage.end('');
        sayGoodbye(client);
      },
    };
  }

  /** Keys travel to known places only. Throws SalesforceUnavailable. */
  private async keys() {
    const connection = await this.connections.current();
    if (!connection) throw new SalesforceUnavailable('none');
    const { instanceUrl, keys } = await this.ring.of(connection.id);
    if (!this.app.allows(new URL(instanceUrl))) throw new SalesforceUnavailable('reconnect');
    return { instanceUrl, keys };
  }
}

/** Sees every message of one stream: notices when it is open and when it is over, and lets nothing through after that. */
class Passage {
  readonly ended = Promise.withResolvers<string>();
  private readonly subscribed = new Set<string>();
  private isOver = false;

  constructor(
    private readonly wanted: number,
    private readonly opened: () => void,
  ) {}

  end(words: string): void {
    this.isOver = true;
    this.ended.resolve(words);
  }

  outgoing(message: unknown, pass: Pass): void {
    if (!this.isOver || Said.safeParse(message).data?.channel === GOODBYE) pass(message);
  }

  incoming(message: unknown, pass: Pass): void {
    const said = Said.safeParse(message).data;
    const refusal = said ? refusalIn(said) : null;
    if (refusal !== null) this.end(refusal);
    if (this.isOver && said?.channel !== GOODBYE) return;
    pass(message);
    if (said?.successful === true) this.note(said);
  }

  private note({ channel, subscription }: Said): void {
    if (channel === '/meta/handshake') this.subscribed.clear();
    if (channel !== '/meta/subscribe' || subscription === undefined) return;
    this.subscribed.add(subscription);
    if (this.subscribed.size === this.wanted) this.opened();
  }
}

/** The client of jsforce can, although its types do not say so. */
function sayGoodbye(client: object): void {
  if ('disconnect' in client && typeof client.disconnect === 'function') client.disconnect();
}

/** Why it is over, if it is. Whoever was merely forgotten is known again by himself. */
function refusalIn({ channel, successful, error, advice }: Said): string | null {
  if (successful !== false || channel === GOODBYE || advice?.reconnect === 'handshake') return null;
  return error ?? `Salesforce refused ${channel}.`;
}
