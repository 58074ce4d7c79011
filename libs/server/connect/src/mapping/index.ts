import type { Provider, Type } from '@nestjs/common';
import { ChangeMappings } from './change-mappings.ts';
import { CheckMappings } from './check-mappings.ts';
import { FieldAlerts } from './field-alerts.ts';
import { MappingController } from './mapping.controller.ts';
import { MappingQueries } from './mapping.queries.ts';
import { MappingRepository } from './mapping.repository.ts';

export { CheckMappings } from './check-mappings.ts';
export { FieldAlerts } from './field-alerts.ts';
export { MappingRepository } from './mapping.repository.ts';

export const MAPPING_CONTROLLERS: Type[] = [MappingController];
export const MAPPING_PROVIDERS: Provider[] = [
  ChangeMappings,
  CheckMappings,
  FieldAlerts,
  MappingQueries,
  MappingRepository,
];
