import type { Provider, Type } from '@nestjs/common';
import { ChangeSettings } from './change-settings.ts';
import { ObjectChoicesQueries } from './object-choices.queries.ts';
import { ObjectSettingsRepository } from './object-settings.repository.ts';
import { SettingsController } from './settings.controller.ts';

export const SETTINGS_CONTROLLERS: Type[] = [SettingsController];
export const SETTINGS_PROVIDERS: Provider[] = [ChangeSettings, ObjectChoicesQueries, ObjectSettingsRepository];
