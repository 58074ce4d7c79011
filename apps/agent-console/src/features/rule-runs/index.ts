export { useWhy } from './use-why.tsx';
export type { Why } from './use-why.tsx';
