export { Copyable } from './copyable.tsx';
