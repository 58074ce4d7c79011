export { SalesforcePage } from './salesforce-page.tsx';
