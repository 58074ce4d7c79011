export * from './insights.module.ts';
export { InsightsReportQueries, type CountedReport, type CountedRow } from './report/insights-report.queries.ts';
