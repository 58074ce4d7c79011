import { Controller } from '@nestjs/common';
import {
  salesforceMappingsApi,
  type Actor,
  type DisplayFields,
  type Mapping,
  type MappingsOfObject,
  type RouteCall,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { ChangeMappings } from './change-mappings.ts';
import { MappingQueries } from './mapping.queries.ts';

@Controller()
export class MappingController {
  constructor(
    private readonly queries: MappingQueries,
    private readonly change: ChangeMappings,
  ) {}

  @Handles(salesforceMappingsApi.ofObject)
  ofObject(_: Actor, { params }: RouteCall<typeof salesforceMappingsApi.ofObject>): Promise<MappingsOfObject> {
    return this.queries.ofObject(params.object);
  }

  @Handles(salesforceMappingsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof salesforceMappingsApi.create>): Promise<Mapping> {
    return this.change.create(actor, body);
  }

  @Handles(salesforceMappingsApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof salesforceMappingsApi.update>): Promise<Mapping> {
    return this.change.update(actor, params.mappingId, body);
  }

  @Handles(salesforceMappingsApi.remove)
  remove(actor: Actor, { params }: RouteCall<typeof salesforceMappingsApi.remove>): Promise<void> {
    return this.change.remove(actor, params.mappingId);
  }

  @Handles(salesforceMappingsApi.display)
  display(actor: Actor, { params, body }: RouteCall<typeof salesforceMappingsApi.display>): Promise<DisplayFields> {
    return this.change.display(actor, params.object, body);
  }
}
