import { Global, Module } from '@nestjs/common';
import { InsightsReportQueries } from './report/insights-report.queries.ts';

/** Counts the history of cases. */
@Global()
@Module({ providers: [InsightsReportQueries], exports: [InsightsReportQueries] })
export class InsightsModule {}
