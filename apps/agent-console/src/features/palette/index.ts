export { PaletteHost } from './palette-host.tsx';
export { forgetRecents, rememberCase } from './recents.ts';
export type { PaletteDestinations } from './use-palette-groups.ts';
