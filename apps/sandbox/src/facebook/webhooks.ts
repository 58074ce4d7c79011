import type { Deliveries } from '../service/deliveries.ts';
import type { FacebookState } from './state.ts';
import { asciiJson, signatures } from './signature.ts';
import type { PageEvent } from './webhook-event.ts';

type Entry = Record<string, unknown>;

/** How a payload that a test made up is signed. */
export type Signing = 'right' | 'wrong' | 'none' | 'sha1-only';

/** Turns what happened into signed webhook calls for whoever subscribed; several entries may share a call. */
export class Webhooks {
  readonly #state: FacebookState;
  readonly #deliveries: Pick<Deliveries, 'post'>;
  #batchMs = 0;
  #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(given: { state: FacebookState; deliveries: Pick<Deliveries, 'post'> }) {
    this.#state = given.state;
    this.#deliveries = given.deliveries;
  }

  emit(event: PageEvent): void {
    if (!this.#isHeard(event)) return;
    this.#entries.push(entryOf(event));
    if (this.#batchMs === 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), this.#batchMs).unref();
  }

  /** Real milliseconds that entries wait for each other; 0: each goes alone and at once. */
  set batchMs(milliseconds: number) {
    this.#batchMs = milliseconds;
    if (milliseconds === 0) this.flush();
  }

  get batchMs(): number {
    return this.#batchMs;
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entry = this.#entries;
    this.#entries = [];
    if (entry.length > 0) this.sendPayload({ object: 'page', entry });
  }

  /** A person gave or took permissions: the `permissions` object, if the app listens to it. */
  permissionsChanged(given: {
    uid: string;
    verb: 'granted' | 'revoked';
    permissions: string[];
    pages: string[];
    at: number;
  }): void {
    const changes = given.permissions.map((field) => ({ field, value: { verb: given.verb, target_ids: given.pages } }));
    const entry = [{ id: given.uid, uid: given.uid, time: Math.floor(given.at / 1000), changes }];
    this.sendPayload({ object: 'permissions', entry });
  }

  /** Sends any payload to the app's address for its object; a forged signature must be refused by the app. */
  sendPayload(payload: { object: string } & Record<string, unknown>, signing: Signing = 'right'): boolean {
    const { app } = this.#state;
    const subscription = app.subscriptions.find(({ object, active }) => active && object === payload.object);
    if (!subscription) return false;
    const body = asciiJson(payload);
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'facebookexternalua',
      ...signed(app.secret, body, signing),
    };
    this.#deliveries.post({ url: subscription.callbackUrl, headers, body });
    return true;
  }

  #isHeard({ page, field, person }: PageEvent): boolean {
    const { app, pages, people } = this.#state;
    const subscription = app.subscriptions.find(({ object, active }) => active && object === 'page');
    if (!subscription?.fields.includes(field) || !pages[page]?.subscribedFields?.includes(field)) return false;
    return app.mode === 'live' || person === undefined || people[person]?.appRole === true;
  }
}

/** The feed counts in seconds, Messenger in milliseconds. */
function entryOf(event: PageEvent): Entry {
  if ('value' in event) {
    return { id: event.page, time: Math.floor(event.at / 1000), changes: [{ field: event.field, value: event.value }] };
  }
  return { id: event.page, time: event.at, [event.field === 'standby' ? 'standby' : 'messaging']: [event.messaging] };
}

function signed(secret: string, body: string, signing: Signing): Record<string, string> {
  const right = signatures(secret, body);
  switch (signing) {
    case 'right':
      return right;
    case 'wrong':
      return signatures(`not ${secret}`, body);
    case 'sha1-only':
      return { 'X-Hub-Signature': right['X-Hub-Signature'] ?? '' };
    case 'none':
      return {};
  }
}
