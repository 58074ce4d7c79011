import { Injectable } from '@nestjs/common';
import type { SalesforceState } from '@bureau/contracts';
import { errorClass } from '@bureau/domain';
import { Outbox, SystemLog, Transactional } from '@bureau/platform';
import type { SalesforceFailure } from '../salesforce/salesforce-failure.ts';
import { ConnectionRepository } from './connection.repository.ts';

/** One answer that does not come is an accident; so many in a row are an outage. */
const IN_A_ROW = 3;

const LISTENING: readonly SalesforceState[] = ['ok', 'trouble'];

/** How the organisation fares: state, system log, and whoever looks at the integration. Each change is told once. */
@Injectable()
export class ConnectionHealth {
  private inARow = 0;

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
  ) {}

  /** Salesforce answered as it should. `before`: as whoever asked knew the connection. */
  async works(connectionId: number, before: SalesforceState): Promise<void> {
    this.inARow = 0;
    if (before === 'trouble') await this.isWell(connectionId);
  }

  /** What concerns one record only changes nothing. */
  async fails(connectionId: number, failure: SalesforceFailure): Promise<void> {
    switch (errorClass(failure.error)) {
      case 'budget':
        return this.isTroubled(connectionId, 'The calls that Salesforce allows in 24 hours are used up.');
      case 'transient':
        if (isAboutOneRecord(failure)) return;
        this.inARow += 1;
        if (this.inARow >= IN_A_ROW) await this.isTroubled(connectionId, failure.message);
        return;
      default:
        if (failure.code === 'API_DISABLED_FOR_ORG') await this.isTroubled(connectionId, failure.message);
    }
  }

  /** Salesforce took our keys back, or does not know them any more; `words` is what it said. */
  @Transactional()
  async mustReconnect(connectionId: number, words: string): Promise<void> {
    const reason = `${sentence(words)} Connect the organisation again; what changes meanwhile goes across then.`;
    const changed = await this.connections.setState(connectionId, { state: 'reconnect', reason, from: LISTENING });
    if (changed) await this.tell(connectionId, { level: 'error', words: `must be connected again. ${reason}` });
  }

  @Transactional()
  protected async isTroubled(connectionId: number, words: string): Promise<void> {
    const before = await this.connections.current();
    const reason = `${sentence(words)} The desk tries again by itself.`;
    const changed = await this.connections.setState(connectionId, { state: 'trouble', reason, from: LISTENING });
    if (!changed) return;
    if (before?.state === 'ok')
      await this.tell(connectionId, { level: 'warning', words: `does not answer. ${reason}` });
    else await this.outbox.add('connect.changed', { connectionId });
  }

  @Transactional()
  protected async isWell(connectionId: number): Promise<void> {
    const changed = await this.connections.setState(connectionId, { state: 'ok', reason: '', from: ['trouble'] });
    if (changed) await this.tell(connectionId, { level: 'info', words: 'answers again.' });
  }

  private async tell(
    connectionId: number,
    { level, words }: { level: 'info' | 'warning' | 'error'; words: string },
  ): Promise<void> {
    const connection = await this.connections.findById(connectionId);
    const message = `The Salesforce organisation ${connection?.orgName ?? ''} ${words}`;
    await this.systemLog.write({ level, part: 'salesforce', message, details: { connectionId } });
    await this.outbox.add('connect.changed', { connectionId });
  }
}

/** A row that is locked says nothing of the organisation. */
function isAboutOneRecord({ code, status }: SalesforceFailure): boolean {
  return code === 'UNABLE_TO_LOCK_ROW' || (status !== null && status < 500);
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
