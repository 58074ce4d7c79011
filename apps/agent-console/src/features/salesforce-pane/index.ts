export { SalesforcePane } from './salesforce-pane.tsx';
