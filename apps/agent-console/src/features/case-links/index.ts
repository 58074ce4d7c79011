export { useLinksMenu } from './use-links-menu.tsx';
