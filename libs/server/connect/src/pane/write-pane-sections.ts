import { Injectable } from '@nestjs/common';
import type { Actor, AddPaneSection, PaneSection, WritePaneSection } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { forPeople } from '../salesforce/for-people.ts';
import { SalesforceClients } from '../salesforce/index.ts';
import { DescribedObjects } from './described-objects.ts';
import { unknownNames, type Described } from './pane-query.ts';
import { PaneSectionRepository } from './pane-section.repository.ts';

/** Decides what the pane shows. Objects and fields are held against the organisation before anything is written. */
@Injectable()
export class WritePaneSections {
  constructor(
    private readonly sections: PaneSectionRepository,
    private readonly clients: SalesforceClients,
    private readonly described: DescribedObjects,
    private readonly audit: AuditLog,
  ) {}

  /** Throws request.invalid, salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  async add(actor: Actor, section: AddPaneSection): Promise<PaneSection> {
    await this.check(section);
    return this.insert(actor, section);
  }

  /** Throws salesforce.section-not-found besides. */
  async change(actor: Actor, id: number, section: WritePaneSection): Promise<PaneSection> {
    await this.check(section);
    return this.overwrite(actor, id, section);
  }

  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    const before = await this.find(id);
    await this.sections.remove(id);
    await this.record(actor, { action: 'deleted', section: before });
  }

  @Transactional()
  protected async insert(actor: Actor, section: AddPaneSection): Promise<PaneSection> {
    if (section.position !== undefined) await this.sections.makeRoomAt(section.position);
    const added = await this.sections.add(section);
    await this.record(actor, { action: 'created', section: added });
    return added;
  }

  @Transactional()
  protected async overwrite(actor: Actor, id: number, section: WritePaneSection): Promise<PaneSection> {
    const before = await this.find(id);
    const after = await this.sections.write(id, section);
    if (!after) throw new ProblemError('salesforce.section-not-found');
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id, name: after.label, action: 'changed', before: { ...before }, after: { ...after } },
    });
    return after;
  }

  private async find(id: number): Promise<PaneSection> {
    const section = await this.sections.lock(id);
    if (!section) throw new ProblemError('salesforce.section-not-found');
    return section;
  }

  private record(
    actor: Actor,
    { action, section }: { action: 'created' | 'deleted'; section: PaneSection },
  ): Promise<void> {
    const { id, label } = section;
    return this.audit.record(actor, { noun: 'salesforce', id, name: label, action });
  }

  private async check(section: WritePaneSection): Promise<void> {
    const described = await forPeople(() => this.describe(section));
    if (!described)
      throw new InvalidInput([
        { path: 'salesforceObject', message: 'Choose an object that the organisation has and the user may read.' },
      ]);
    const [unknown] = unknownNames(section, described);
    if (unknown === undefined) return;
    const index = section.fields.indexOf(unknown);
    const path = index >= 0 ? `fields.${index}` : section.match.field === unknown ? 'match.field' : 'sort.field';
    throw new InvalidInput([{ path, message: 'Choose a field that the object has and the user may read.' }]);
  }

  private async describe(section: WritePaneSection): Promise<Described | undefined> {
    const records = await this.clients.forPeople();
    const objects = await records.describeAll();
    const isThere = objects.some(({ name, queryable }) => queryable && name === section.salesforceObject);
    return isThere ? this.described.of(records, section) : undefined;
  }
}
