import { Controller } from '@nestjs/common';
import { customFieldsApi, type Actor, type CustomField, type RouteCall } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { CustomFieldsService } from './custom-fields.service.ts';

@Controller()
export class CustomFieldsController {
  constructor(private readonly fields: CustomFieldsService) {}

  @Handles(customFieldsApi.list)
  list(_actor: Actor, { query }: RouteCall<typeof customFieldsApi.list>): Promise<{ items: CustomField[] }> {
    return this.fields.list(query.owner);
  }

  @Handles(customFieldsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof customFieldsApi.create>): Promise<CustomField> {
    return this.fields.create(actor, body);
  }

  @Handles(customFieldsApi.order)
  order(actor: Actor, { body }: RouteCall<typeof customFieldsApi.order>): Promise<{ items: CustomField[] }> {
    return this.fields.order(actor, body);
  }

  @Handles(customFieldsApi.get)
  get(_actor: Actor, { params }: RouteCall<typeof customFieldsApi.get>): Promise<CustomField> {
    return this.fields.get(params.customFieldId);
  }

  @Handles(customFieldsApi.uses)
  async uses(_actor: Actor, { params, query }: RouteCall<typeof customFieldsApi.uses>): Promise<{ count: number }> {
    return { count: await this.fields.uses(params.customFieldId, query.choice) };
  }

  @Handles(customFieldsApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof customFieldsApi.update>): Promise<CustomField> {
    return this.fields.update(actor, params.customFieldId, body);
  }
}
