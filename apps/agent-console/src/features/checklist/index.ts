export { ChecklistHome } from './checklist-home.tsx';
