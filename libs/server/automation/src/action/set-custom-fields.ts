import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { mergeCustomFields } from '@bureau/domain';
import type { Turn } from './action-context.ts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { nothing, type Outcome, type Wish } from './outcome.ts';

type SetFields = ActionOf<'set-custom-fields'>;

@Injectable()
export class SetCustomFields implements FieldHandler<'set-custom-fields'> {
  readonly type = 'set-custom-fields';
  readonly needs = 'cases:update';

  constructor(private readonly customFields: CustomFieldRepository) {}

  async check({ values }: SetFields): Promise<ActionProblem[]> {
    if (Object.keys(values).length === 0) return [{ at: 'values', message: 'Name a field and its value.' }];
    const { errors } = mergeCustomFields(await this.customFields.definitions('case'), values, {});
    return errors.map(({ path, message }) => ({ at: path.replace(/^customFields/, 'values'), message }));
  }

  wish(_turn: Turn, { values }: SetFields): Wish | Outcome {
    if (Object.keys(values).length === 0) return nothing('It names no field.');
    return { wish: { customFields: values } };
  }
}
