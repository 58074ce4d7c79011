import { show, tell, type DeskRoute } from '../resource/desk-route.ts';
import { INSIGHTS } from './insights.source.ts';
import { InsightsReports, REPORT_NAMES, ReportBody } from './insights.reports.ts';

/** Of the second generation of reports and of the third: the same here. */
function insights(folder: string): DeskRoute[] {
  return [
    show(`/${folder}/meta`, {
      summary: 'Read which metrics and dimensions reports can be made of.',
      allow: 'feedback:view',
      reads: INSIGHTS,
    }),
    tell(`/${folder}/reports`, {
      summary: 'Count what happened to the cases that one sees: `{metrics, dimensions, rows}`.',
      allow: 'feedback:view',
      reads: INSIGHTS,
      body: ReportBody,
      names: REPORT_NAMES,
      by: InsightsReports,
      run: (reports, wish) => reports.run(wish),
    }),
  ];
}

export const INSIGHTS_ROUTES: DeskRoute[] = [...insights('insights'), ...insights('insights3')];
