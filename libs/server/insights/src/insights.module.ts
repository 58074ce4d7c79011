import { Global, Module } from '@nestjs/common';
import { InsightsReportQueries } from './report/insights-report.queries.ts';

/** What happened to cases, counted. */
@Global()
@Module({ providers: [InsightsReportQueries], exports: [InsightsReportQueries] })
export class InsightsModule {}
