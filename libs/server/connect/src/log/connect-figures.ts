import { Injectable } from '@nestjs/common';
import { registerGauge } from '@bureau/platform';
import { TrafficQueries } from './traffic.queries.ts';

/** What operators watch of the sync with Salesforce. A figure of which nothing is known is left out. */
@Injectable()
export class ConnectFigures {
  constructor(private readonly traffic: TrafficQueries) {
    registerGauge({
      name: 'bureau_salesforce_lag_seconds',
      help: 'Since when the oldest change waits to go to Salesforce, and since when Salesforce was not read to its end',
      label: 'direction',
      collect: () => this.lag(),
    });
    registerGauge({
      name: 'bureau_salesforce_records',
      help: 'Records that wait to go to Salesforce, and that failed',
      label: 'state',
      collect: () => this.records(),
    });
    registerGauge({
      name: 'bureau_salesforce_calls',
      help: 'Calls of Salesforce that were used within its day, and how many there are, as it last said',
      label: 'of',
      collect: () => this.calls(),
    });
  }

  private async lag(): Promise<Record<string, number>> {
    const { lagToSalesforce, lagToDesk } = await this.traffic.read();
    return { to_salesforce: lagToSalesforce ?? 0, ...(lagToDesk === null ? {} : { to_desk: lagToDesk }) };
  }

  private async records(): Promise<Record<string, number>> {
    const { objects } = await this.traffic.read();
    const sum = (of: 'waiting' | 'failed') => objects.reduce((all, object) => all + object[of], 0);
    return { waiting: sum('waiting'), failed: sum('failed') };
  }

  private async calls(): Promise<Record<string, number>> {
    const latest = (await this.traffic.read()).budget.at(-1);
    return latest ? { used: latest.used, limit: latest.limit } : {};
  }
}
