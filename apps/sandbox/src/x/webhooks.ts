import { createHmac, randomBytes } from 'node:crypto';
import type { Deliveries } from '../service/deliveries.ts';
import { isLoopback } from './auth/session.ts';
import type { Subscription, Webhook } from './model.ts';
import { invalidRequest } from './problems.ts';
import type { XWorld } from './x-world.ts';

const MOST = 5;
const PATIENCE_MS = 10_000;
const VALID_FOR_MS = 60 * 60_000;
const INVALID_FOR_MS = 30 * 60_000;

/** X's side of webhooks: whether the other end knows our secret, and signed posts to those that do. */
export class Webhooks {
  readonly #world: XWorld;
  readonly #deliveries: Deliveries;

  constructor(world: XWorld, deliveries: Deliveries) {
    this.#world = world;
    this.#deliveries = deliveries;
  }

  /** @throws 400 in X's words when the address, or the answer to the challenge, is not right. */
  async register(url: string): Promise<Webhook> {
    const { webhooks, ids, clock } = this.#world;
    if (!isWebhookUrl(url))
      throw refused('UrlValidationFailed', 'The URL must be HTTPS and must not have a port.', url);
    if (webhooks.find((one) => one.url === url))
      throw refused('DuplicateUrlFailed', 'This URL is registered already.', url);
    if (webhooks.all().length >= MOST) throw refused('WebhookLimitExceeded', `At most ${MOST} webhooks.`, url);
    const webhook = { id: ids.next(), url, createdAt: clock.now().toISOString(), valid: false, checkedAt: clock.ms() };
    const checked = await this.#challenged(webhook);
    if (!checked.valid) throw refused('CrcValidationFailed', 'The answer to the challenge was not right.', url);
    return this.#world.webhooks.put(checked);
  }

  /** Asks again; an answer that is not right switches the webhook off. */
  async check(webhook: Webhook): Promise<Webhook> {
    const checked = await this.#challenged(webhook);
    if (webhook.valid && !checked.valid) this.#world.tell(`X switched off the webhook ${webhook.url}.`);
    return this.#world.webhooks.has(webhook.id) ? this.#world.webhooks.put(checked) : checked;
  }

  /** Those that were not asked for an hour, or for half an hour when they failed. */
  async checkDue(): Promise<void> {
    const now = this.#world.clock.ms();
    const due = this.#world.webhooks.where((one) => now - one.checkedAt >= (one.valid ? VALID_FOR_MS : INVALID_FOR_MS));
    await Promise.all(due.map((one) => this.check(one)));
  }

  /** Posts one event to the webhook of a subscription; to none that is not valid. */
  deliver({ webhookId }: Subscription, event: object): void {
    const webhook = this.#world.webhooks.get(webhookId);
    if (!webhook?.valid) return;
    const body = JSON.stringify({ data: event });
    const signature = `sha256=${this.#hash(body)}`;
    const headers = { 'Content-Type': 'application/json', 'x-twitter-webhooks-signature': signature };
    this.#deliveries.post({ url: webhook.url, headers, body });
  }

  async #challenged(webhook: Webhook): Promise<Webhook> {
    const token = randomBytes(24).toString('base64url');
    const url = new URL(webhook.url);
    url.searchParams.set('crc_token', token);
    const right = `sha256=${this.#hash(token)}`;
    const valid = (await answerTo(url)) === right;
    return { ...webhook, valid, checkedAt: this.#world.clock.ms() };
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#world.app.appSecret).update(text).digest('base64');
  }
}

/** HTTPS without a port, as X wants it; this machine may be reached in the clear and on any port. */
function isWebhookUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.hash !== '') return false;
  if (isLoopback(url.hostname)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && url.port === '';
}

/** Undefined for everything that is no answer to a challenge. */
async function answerTo(url: URL): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' });
    const body: unknown = await response.json();
    if (!response.ok || typeof body !== 'object' || body === null || !('response_token' in body)) return undefined;
    return body.response_token;
  } catch {
    return undefined;
  }
}

function refused(name: string, words: string, url: string) {
  return invalidRequest(`${name}: ${words}`, { url: [url] });
}
