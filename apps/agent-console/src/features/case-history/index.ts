export { useHistoryMenu } from './use-history-menu.tsx';
