export { SupportCentersPage } from './support-centers-page.tsx';
