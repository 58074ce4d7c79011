import './surveys.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { SurveyList } from './survey-list.tsx';
import { SurveyPage } from './survey-page.tsx';

/** What brands ask their customers: all surveys, or one to write. */
export function SurveysPage({ item, go }: AdminPageProps) {
  if (item === null) return <SurveyList go={go} />;
  return <SurveyPage key={item} brandId={Number(item)} />;
}
