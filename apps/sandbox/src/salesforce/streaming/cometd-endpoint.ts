import { z } from 'zod';
import type { Call, Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import { accessTokenOf } from '../auth/access-token.ts';
import type { Org } from '../org.ts';
import { ChangeEvents } from './change-events.ts';
import { Subscribers } from './subscribers.ts';

const Message = z.looseObject({
  channel: z.string(),
  id: z.string().optional(),
  clientId: z.string().optional(),
  subscription: z.string().optional(),
  advice: z.looseObject({ timeout: z.number().optional() }).optional(),
});
type Message = z.infer<typeof Message>;

const TRANSPORTS = ['long-polling'];
/** As Salesforce advises; only the pause between two questions counts for whoever asks. */
const RETRY = { reconnect: 'retry', interval: 0, timeout: 110_000 };

/** The Streaming API: Bayeux 1.0 by long polling, with Salesforce's own words where it refuses. */
export function cometdEndpoint(org: Org): { endpoint: Endpoint; clear: () => void } {
  const subscribers = new Subscribers();
  org.changeEvents.whenTold((event) => subscribers.tell(event));
  const answer = async (call: Call): Promise<Reply> => {
    const messages = z.array(Message).safeParse(listOf(call));
    if (!messages.success) return { status: 400, bytes: 'Bad request' };
    const replies = [];
    for (const message of messages.data) replies.push(...(await answerTo(message, { org, subscribers, call })));
    return { json: replies };
  };
  return { endpoint: endpoint('POST', '/cometd/:version', answer), clear: () => subscribers.clear() };
}

type Place = { org: Org; subscribers: Subscribers; call: Call };

async function answerTo(message: Message, place: Place): Promise<unknown[]> {
  const { channel, id, clientId = '' } = message;
  const { org, subscribers, call } = place;
  const said = { channel, ...(id === undefined ? {} : { id }), ...(clientId === '' ? {} : { clientId }) };
  if (channel === '/meta/disconnect') return [{ ...said, successful: subscribers.remove(clientId) }];
  if (!mayAsk(org, call)) return [{ ...said, ...notLetIn(channel) }];
  switch (channel) {
    case '/meta/handshake':
      return [
        {
          ...{ ...said, clientId: subscribers.add(), version: '1.0', minimumVersion: '1.0' },
          ...{ supportedConnectionTypes: TRANSPORTS, successful: true, ext: { replay: true } },
        },
      ];
    case '/meta/connect': {
      const told = await subscribers.take(clientId, { atOnce: message.advice?.timeout === 0 });
      return told ? [...told, { ...said, successful: true, advice: RETRY }] : [{ ...said, ...unknownClient() }];
    }
    case '/meta/subscribe':
    case '/meta/unsubscribe': {
      const { subscription = '' } = message;
      if (!isChannel(org, subscription)) return [{ ...said, subscription, ...noSuchChannel(subscription) }];
      const known =
        channel === '/meta/subscribe'
          ? subscribers.subscribe(clientId, subscription)
          : subscribers.unsubscribe(clientId, subscription);
      return [{ ...said, subscription, ...(known ? { successful: true } : unknownClient()) }];
    }
    default:
      return [{ ...said, successful: false, error: `400::Unknown channel ${channel}` }];
  }
}

function listOf(call: Call): unknown {
  try {
    const said: unknown = JSON.parse(call.raw.toString('utf8'));
    return Array.isArray(said) ? said : [said];
  } catch {
    return undefined;
  }
}

function mayAsk(org: Org, call: Call): boolean {
  const token = accessTokenOf(call);
  return token !== undefined && org.grants.grantOf(token) !== undefined;
}

function isChannel(org: Org, channel: string): boolean {
  return org.schema.objects().some(({ name }) => ChangeEvents.channelOf(name) === channel);
}

function notLetIn(channel: string) {
  const failureReason = '401::Authentication invalid';
  const error = channel === '/meta/handshake' ? '403::Handshake denied' : failureReason;
  return { successful: false, error, advice: { reconnect: 'none' }, ext: { sfdc: { failureReason }, replay: true } };
}

function unknownClient() {
  return { successful: false, error: '403::Unknown client', advice: { reconnect: 'handshake', interval: 0 } };
}

function noSuchChannel(channel: string) {
  const failureReason = `400::The channel you requested to subscribe to does not exist {${channel}}`;
  return { successful: false, error: failureReason, ext: { sfdc: { failureReason } } };
}
