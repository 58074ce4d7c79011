export { IntegrationUrlsPage } from './integration-urls-page.tsx';
