import { Injectable } from '@nestjs/common';
import type { Actor, FieldError, LabelAction, LabelChoice, UpdateCase } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import type { CaseWish, CustomFieldDefinition } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';
import { LabelRepository } from '../label/label.repository.ts';
import { CaseReferenceRepository, type References } from './case-reference.repository.ts';

/** What `decideCaseUpdate` needs besides the case. */
export interface ResolvedWish {
  wish: CaseWish;
  /** The custom fields of cases, when the write names some. */
  fields: readonly CustomFieldDefinition[];
}

/**
 * Looks up everything that a write names, once, however many cases it is for: people and places must exist, labels
 * become ids, and a new name a new label for those who may make one.
 */
@Injectable()
export class ResolveCaseWish {
  constructor(
    private readonly references: CaseReferenceRepository,
    private readonly labels: LabelRepository,
    private readonly customFields: CustomFieldRepository,
  ) {}

  /** Throws request.invalid, naming every field that is wrong. Within the transaction of the write. */
  async run(actor: Actor, { labels, labelAction, suppressRules: _, ...plain }: UpdateCase): Promise<ResolvedWish> {
    const { mailboxId, errors } = await this.placesOf(actor, plain);
    if (errors.length > 0) throw new InvalidInput(errors);

    const labelIds = labels && (await this.labelIds(actor, labels, labelAction));
    return {
      wish: {
        ...plain,
        ...(plain.brandId === undefined ? {} : { mailboxId }),
        ...(labelIds === undefined ? {} : { labelIds, labelAction }),
      },
      fields: plain.customFields === undefined ? [] : await this.customFields.definitions('case'),
    };
  }

  private async placesOf(
    actor: Actor,
    { assigneeId = null, groupId = null, customerId = null, brandId = null }: Partial<References>,
  ): Promise<{ mailboxId: number | null; errors: FieldError[] }> {
    if ([assigneeId, groupId, customerId, brandId].every((id) => id === null)) return { mailboxId: null, errors: [] };

    const brandIds = 'access' in actor ? actor.access.brandIds : null;
    const found = await this.references.find(actor, { assigneeId, groupId, customerId, brandId, brandIds });
    const checks: [boolean, FieldError][] = [
      [assigneeId === null || found.assignee, { path: 'assigneeId', message: 'Nobody with this id works here.' }],
      [groupId === null || found.group, { path: 'groupId', message: 'There is no such group.' }],
      [customerId === null || found.customer, { path: 'customerId', message: 'There is no such customer.' }],
      [brandId === null || found.brand, { path: 'brandId', message: 'There is no such brand, or it is not yours.' }],
    ];
    const errors = checks.filter(([holds]) => !holds).map(([, error]) => error);
    return { mailboxId: found.mailboxId, errors };
  }

  /** In the order in which they were named. What is to be taken away need not exist. */
  private async labelIds(actor: Actor, choices: LabelChoice[], action: LabelAction = 'replace'): Promise<number[]> {
    const ids = choices.filter((choice) => typeof choice === 'number');
    const names = choices.filter((choice) => typeof choice === 'string');
    const known = await this.references.labels(ids, names);

    const idByName = new Map(known.map(({ id, name }) => [name, id]));
    const missing = [...new Set(names)].filter((name) => !idByName.has(name));
    if (action !== 'remove' && missing.length > 0) {
      const made = await this.labels.resolve(actor, missing);
      missing.forEach((name, index) => idByName.set(name, made[index] ?? 0));
    }

    const present = new Set(known.map(({ id }) => id));
    const unknown = choices.flatMap((choice, index) =>
      typeof choice === 'number' && !present.has(choice) && action !== 'remove'
        ? [{ path: `labels.${index}`, message: 'There is no label with this id.' }]
        : [],
    );
    if (unknown.length > 0) throw new InvalidInput(unknown);
    return choices.flatMap((choice) => (typeof choice === 'number' ? choice : (idByName.get(choice) ?? [])));
  }
}
