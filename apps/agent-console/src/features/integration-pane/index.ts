export { IntegrationPane } from './integration-pane.tsx';
