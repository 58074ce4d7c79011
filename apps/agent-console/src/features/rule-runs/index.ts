export { useWhy, useWhyMenu } from './use-why-menu.tsx';
