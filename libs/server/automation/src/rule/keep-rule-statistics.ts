import { Injectable } from '@nestjs/common';
import { Every } from '@bureau/platform';
import { RuleStatisticsRepository } from './rule-statistics.repository.ts';

/** Counts what rules did, and forgets what is older than a month. */
@Injectable()
export class KeepRuleStatistics {
  constructor(private readonly statistics: RuleStatisticsRepository) {}

  @Every('1m', 'rules.count')
  async count(): Promise<void> {
    while ((await this.statistics.countNewRuns()) > 0);
  }

  @Every('1h', 'rules.forget')
  async forget(): Promise<void> {
    while ((await this.statistics.forgetOld()) > 0);
  }
}
