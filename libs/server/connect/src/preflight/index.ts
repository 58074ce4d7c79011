import type { Provider } from '@nestjs/common';
import { CheckOrganisation } from './check-organisation.ts';
import { ReadOrganisation } from './read-organisation.ts';

export const PREFLIGHT_PROVIDERS: Provider[] = [CheckOrganisation, ReadOrganisation];
