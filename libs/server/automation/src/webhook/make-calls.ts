import { Inject, Injectable } from '@nestjs/common';
import { CaseRepository, SYSTEM } from '@bureau/cases';
import type { EventPayload } from '@bureau/contracts';
import {
  Clock,
  CONFIG,
  Every,
  HandlesJob,
  InstallationSecret,
  JobQueue,
  OnEvent,
  OutboundClient,
  OutboundRefused,
  SystemLog,
  unseal,
  type Config,
  type PostAnswer,
} from '@bureau/platform';
import { CALL_ATTEMPTS, nextAttemptAt } from './call-schedule.ts';
import { signatureOf } from './sign-call.ts';
import { callWebhook } from './webhook-call.job.ts';
import { WebhookCallRepository, type ClaimedCall } from './webhook-call.repository.ts';

const TIMEOUT_MS = 10_000;
const HEAD_BYTES = 2_000;
/** A worker that shows no result for so long is taken for dead. */
const LEASE_MS = 120_000;
const KEPT_MS = 30 * 24 * 3_600_000;

/** Calls programs: at least once, with the same key and content each time, and never anything that is not public (S47). */
@Injectable()
export class MakeCalls {
  private readonly client: OutboundClient;

  constructor(
    private readonly calls: WebhookCallRepository,
    private readonly cases: CaseRepository,
    private readonly queue: JobQueue,
    private readonly secret: InstallationSecret,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.client = new OutboundClient({ exemptOrigins: config.outboundOrigins });
  }

  /** Once the write that wanted it is committed. Told twice, the second finds nothing to claim. */
  @OnEvent('action.webhook-wanted', 'call-webhook')
  async wanted({ callId }: EventPayload<'action.webhook-wanted'>): Promise<void> {
    await this.queue.add(callWebhook, { callId });
  }

  /** Whatever is due: further attempts, and calls whose first wake-up was lost. */
  @Every('10s', 'webhook-calls')
  async wakeDue(): Promise<void> {
    const due = await this.calls.due(this.clock.now());
    if (due.length === 0) return;
    await this.queue.addMany(
      callWebhook,
      due.map(({ id, attempts }) => ({ id: `${id}-${attempts}`, payload: { callId: id } })),
    );
  }

  @Every('1h', 'forget-webhook-calls')
  async forget(): Promise<void> {
    await this.calls.forgetBefore(new Date(this.clock.now().getTime() - KEPT_MS));
  }

  @HandlesJob(callWebhook)
  async run({ callId }: { callId: number }): Promise<void> {
    const at = this.clock.now();
    const call = await this.calls.claim(callId, { at, until: new Date(at.getTime() + LEASE_MS) });
    if (!call) return;
    if (!call.enabled) return this.fail(call, { error: 'The webhook is switched off.', answer: null, tookMs: null });

    const body = call.body ?? (await this.write(call));
    const began = performance.now();
    const answer = await this.post(call, body);
    const tookMs = Math.round(performance.now() - began);
    if ('error' in answer) return this.fail(call, { error: answer.error, answer: null, tookMs });
    if (answer.status < 200 || answer.status > 299) {
      return this.fail(call, { error: `It answered with ${answer.status}.`, answer, tookMs });
    }
    const { status, head: response } = clean(answer);
    const ended = { nextAttemptAt: null, error: null, at: this.clock.now() };
    await this.calls.finish(callId, { state: 'delivered', status, response, tookMs, ...ended });
  }

  /** The content, the same for every attempt: the case as the API gives it now. */
  private async write({ id, key, event, caseId, about, createdAt }: ClaimedCall): Promise<string> {
    const supportCase = caseId === null ? undefined : await this.cases.read(SYSTEM, caseId, { deleted: true });
    const head = JSON.stringify({ id: key, event, at: createdAt.toISOString(), ...about });
    const body = `${head.slice(0, -1)},"case":${supportCase?.text ?? 'null'}}`;
    await this.calls.keepBody(id, body);
    return body;
  }

  private async post(
    { key, event, url, secretSealed }: ClaimedCall,
    body: string,
  ): Promise<PostAnswer | { error: string }> {
    const secret = this.read(secretSealed);
    if (secret === null) return { error: 'Its secret cannot be read; write it anew.' };
    const headers = {
      'content-type': 'application/json',
      'bureau-event': event,
      'bureau-delivery': key,
      'bureau-signature': signatureOf(body, { secret, at: this.clock.now() }),
    };
    try {
      return await this.client.post(url, { body, headers, headBytes: HEAD_BYTES, timeoutMs: TIMEOUT_MS });
    } catch (error) {
      if (error instanceof OutboundRefused) return { error: whyNot(error) };
      throw error;
    }
  }

  /** Null: sealed by another installation, as after a restore with another secret. */
  private read(secretSealed: string): string | null {
    try {
      return unseal(this.secret, secretSealed);
    } catch {
      return null;
    }
  }

  private async fail(
    call: ClaimedCall,
    { error, answer, tookMs }: { error: string; answer: PostAnswer | null; tookMs: number | null },
  ): Promise<void> {
    const at = this.clock.now();
    const next = call.enabled ? nextAttemptAt(call.attempts, at) : null;
    const { status, head: response } = answer ? clean(answer) : { status: null, head: null };
    const state = next === null ? 'failed' : 'waiting';
    await this.calls.finish(call.id, { state, nextAttemptAt: next, status, response, error, tookMs, at });
    if (next !== null || !call.enabled) return;
    await this.systemLog.write({
      level: 'warning',
      part: 'webhooks',
      message: `The webhook «${call.name}» did not take a call in ${CALL_ATTEMPTS} attempts and was given up for it: ${error} Its log has the call; try it again there once the other side works.`,
      details: { webhookId: call.webhookId, callId: call.id, caseId: call.caseId },
    });
  }
}

/** Text that a database can hold. */
function clean({ status, head }: PostAnswer): PostAnswer {
  return { status, head: head.replaceAll('\0', '').toWellFormed() };
}

function whyNot({ reason, about }: OutboundRefused): string {
  switch (reason) {
    case 'address':
      return `${about} is not a public address; the operator can allow it with BUREAU_OUTBOUND_ORIGINS.`;
    case 'unreachable':
      return `Nobody answered in time or at all (${about}).`;
    case 'scheme':
    case 'credentials':
    case 'redirects':
    case 'status':
    case 'too-large':
    case 'content':
      return `The address cannot be called (${about}).`;
  }
}
