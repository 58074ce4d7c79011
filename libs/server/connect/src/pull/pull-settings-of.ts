import { Injectable } from '@nestjs/common';
import type { PullSettings } from '@bureau/domain';
import { MeetsConditions } from '../desk/meets-conditions.ts';
import type { PulledRow } from './pull-row.ts';

/** What the settings of its object let a row of Salesforce do at the desk. */
@Injectable()
export class PullSettingsOf {
  constructor(private readonly conditions: MeetsConditions) {}

  run({ frame, raw }: Pick<PulledRow, 'frame' | 'raw'>): PullSettings {
    const { settings, object } = frame;
    const here = settings.direction === 'both' || settings.direction === 'to_desk';
    return {
      create: here && settings.createInDesk,
      update: here && settings.updateInDesk,
      recreate: settings.onDeletion === 'recreate',
      conditionsMet: this.conditions.ofSalesforce(settings, raw),
      matches: object !== 'case',
    };
  }
}
