import type { Provider, Type } from '@nestjs/common';
import { DescribedObjects } from './described-objects.ts';
import { PaneChoicesQueries } from './pane-choices.queries.ts';
import { PaneSectionRepository } from './pane-section.repository.ts';
import { PaneSubjectQueries } from './pane-subject.queries.ts';
import { PaneController } from './pane.controller.ts';
import { ReadPane } from './read-pane.ts';
import { WritePaneSections } from './write-pane-sections.ts';

export const PANE_CONTROLLERS: Type[] = [PaneController];
export const PANE_PROVIDERS: Provider[] = [
  ...[DescribedObjects, PaneChoicesQueries, PaneSectionRepository, PaneSubjectQueries, ReadPane, WritePaneSections],
];
