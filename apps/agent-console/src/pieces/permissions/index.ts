export { permissionSections, permissionWord } from './permission-sections.ts';
export type { PermissionSection } from './permission-sections.ts';
export { permissionWords } from './permissions.words.ts';
