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

  @OnEvent('case.opened', 'salesforce-case-opened', isOfDesk)
  async opened({ caseId }: EventPayload<'case.opened'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  @OnEvent('case.updated', 'salesforce-case-updated', isOfDesk)
  async updated({ caseId }: EventPayload<'case.updated'>): Promise<void> {
    await this.changes.run('case', [caseId]);
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

  @OnEvent('note.added', 'salesforce-note-added', isOfDesk)
  async noted({ caseId }: EventPayload<'note.added'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  @OnEvent('note.edited', 'salesforce-note-edited', isOfDesk)
  async noteEdited({ caseId }: EventPayload<'note.edited'>): Promise<void> {
    await this.changes.run('case', [caseId]);
  }

  @OnEvent('customer.updated', 'salesforce-customer-updated', isOfDesk)
  async customer({ customerId }: EventPayload<'customer.updated'>): Promise<void> {
    await this.changes.run('customer', [customerId]);
  }

  /** Whoever stays, and whoever is there no more or again. */
  @OnEvent('customer.merged', 'salesforce-customer-merged')
  async merged({ customerId, mergedId }: EventPayload<'customer.merged'>): Promise<void> {
    await this.changes.run('customer', [customerId, mergedId]);
  }

  @OnEvent('company.updated', 'salesforce-company-updated', isOfDesk)
  async company({ companyId }: EventPayload<'company.updated'>): Promise<void> {
    await this.changes.run('company', [companyId]);
  }
}

function isOfDesk({ actor }: { actor: ActorStamp }): boolean {
  return actor.kind !== 'sync';
}
