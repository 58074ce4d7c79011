import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type CreateLabel, type Label, type UpdateLabel } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, InvalidInput, JobQueue, ProblemError, Transactional } from '@bureau/platform';
import { LabelHeirs } from './label-heirs.ts';
import { LabelRepository } from './label.repository.ts';
import { removeLabel } from './remove-label.job.ts';

const UNIQUE_VIOLATION = '23505';

/** Labels: what classifies cases, and later macros, articles, companies and customers. */
@Injectable()
export class LabelsService {
  constructor(
    private readonly labels: LabelRepository,
    private readonly heirs: LabelHeirs,
    private readonly audit: AuditLog,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Throws request.invalid when the name is taken. */
  @Transactional()
  async create(actor: Actor, wanted: CreateLabel): Promise<Label> {
    const label = await refuseTakenName(() => this.labels.insert(wanted));
    await this.audit.record(actor, { ...nameOf(label), action: 'created', after: told(label) });
    return label;
  }

  /** Throws label.not-found, request.invalid. A new name shows at once wherever the label is. */
  @Transactional()
  async update(actor: Actor, labelId: number, wanted: UpdateLabel): Promise<Label> {
    const before = await this.lock(labelId);
    const { name = before.name, description = before.description, color = before.color } = wanted;
    const { types = before.types, enabled = before.enabled } = wanted;
    const fields = { name, description, color, types, enabled };
    const after = await refuseTakenName(() => this.labels.save(labelId, fields));
    if (after.name !== before.name) await this.heirs.tell(actor, before, after);
    await this.audit.record(actor, { ...nameOf(after), action: 'changed', before: told(before), after: told(after) });
    return after;
  }

  /** It is not there from now on; cases lose it behind the scenes. Throws label.not-found. */
  async delete(actor: Actor, labelId: number): Promise<void> {
    await this.markRemoved(actor, labelId);
    await this.queue.add(removeLabel, { labelId, actor: stampOf(actor) }, { id: `label-${labelId}` });
  }

  /** Throws request.invalid naming the ids that are no labels. */
  @Transactional()
  async order(actor: Actor, ids: readonly number[]): Promise<Label[]> {
    const before = await this.labels.list({});
    const unknown = ids.filter((id) => !before.some((label) => label.id === id));
    if (unknown.length > 0) {
      throw new InvalidInput([{ path: 'ids', message: `There is no label ${unknown.slice(0, 20).join(', ')}.` }]);
    }
    await this.labels.order(ids);
    const after = await this.labels.list({});
    const names = (labels: Label[]) => ({ order: labels.map(({ name }) => name) });
    const entry = { noun: 'label', id: null, name: 'Order of labels', action: 'changed' } as const;
    await this.audit.record(actor, { ...entry, before: names(before), after: names(after) });
    return after;
  }

  @Transactional()
  protected async markRemoved(actor: Actor, labelId: number): Promise<void> {
    const label = await this.lock(labelId);
    await this.labels.markRemoved(labelId, this.clock.now());
    await this.audit.record(actor, { ...nameOf(label), action: 'deleted', before: told(label) });
  }

  private async lock(labelId: number): Promise<Label> {
    const label = await this.labels.lock(labelId);
    if (!label) throw new ProblemError('label.not-found');
    return label;
  }
}

function nameOf({ id, name }: Label): { noun: 'label'; id: number; name: string } {
  return { noun: 'label', id, name };
}

/** What the log tells: not when it was written, which the log knows itself. */
function told({ updatedAt: _, ...label }: Label): Record<string, unknown> {
  return label;
}

async function refuseTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
    throw taken ? new InvalidInput([{ path: 'name', message: 'Another label has this name.' }]) : error;
  }
}
