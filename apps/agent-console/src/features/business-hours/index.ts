export { BusinessHoursPage } from './business-hours-page.tsx';
