export * from './insights.module.ts';
export { InsightsReportQueries, type CountedRow, type CountedReport } from './report/insights-report.queries.ts';
