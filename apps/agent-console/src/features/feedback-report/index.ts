export { FeedbackReportPage } from './feedback-report-page.tsx';
