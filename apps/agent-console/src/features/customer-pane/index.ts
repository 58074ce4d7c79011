export { CustomerPane } from './customer-pane.tsx';
