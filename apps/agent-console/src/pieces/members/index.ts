export { Members } from './members.tsx';
export type { Member } from './members.tsx';
