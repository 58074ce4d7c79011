import { Injectable } from '@nestjs/common';
import type { ActorStamp, EventPayload } from '@bureau/contracts';
import { OnEvent } from '@bureau/platform';
import { NoteChanges } from './note-changes.ts';

/**
 * What happens at the desk is on its way to Salesforce in seconds. What the sync itself wrote is left out: whoever wrote it
 * has looked already whether anything of it has to go back.
 */
@Injectable()
export class NoteChangesOnDeskFacts {
  constructor(private readonly changes: NoteChanges) {}

  @OnEvent('case.opened', 'salesforce-case-opened')
  async opened({ caseId, actor }: EventPayload<'case.opened'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('case', [caseId]);
  }

  @OnEvent('case.updated', 'salesforce-case-updated')
  async updated({ caseId, actor }: EventPayload<'case.updated'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('case', [caseId]);
  }

  @OnEvent('message.received', 'salesforce-message-received')
  async received({ caseId }: EventPayload<'message.received'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  @OnEvent('message.replied', 'salesforce-message-replied')
  async replied({ caseId }: EventPayload<'message.replied'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  @OnEvent('message.forwarded', 'salesforce-message-forwarded')
  async forwarded({ caseId }: EventPayload<'message.forwarded'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  /** An answer is told of when it has left: until then it may be taken back. */
  @OnEvent('delivery.changed', 'salesforce-delivery-changed')
  async delivered({ caseId, state }: EventPayload<'delivery.changed'>): Promise<void> {
    if (state === 'sent' || state === 'unknown') await this.changes.run('case', [caseId]);
  }

  @OnEvent('note.added', 'salesforce-note-added')
  async noted({ caseId, actor }: EventPayload<'note.added'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('case', [caseId]);
  }

  @OnEvent('note.edited', 'salesforce-note-edited')
  async noteEdited({ caseId, actor }: EventPayload<'note.edited'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('case', [caseId]);
  }

  @OnEvent('customer.updated', 'salesforce-customer-updated')
  async customer({ customerId, actor }: EventPayload<'customer.updated'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('customer', [customerId]);
  }

  /** Whoever stays, and whoever is there no more or again. */
  @OnEvent('customer.merged', 'salesforce-customer-merged')
  async merged({ customerId, mergedId }: EventPayload<'customer.merged'>): Promise<void> {
    await this.changes.run('customer', [customerId, mergedId]);
  }

  @OnEvent('company.updated', 'salesforce-company-updated')
  async company({ companyId, actor }: EventPayload<'company.updated'>): Promise<void> {
    if (!isSync(actor)) await this.changes.run('company', [companyId]);
  }
}

function isSync({ kind }: ActorStamp): boolean {
  return kind === 'sync';
}
