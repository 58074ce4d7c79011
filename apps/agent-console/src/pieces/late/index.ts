export { late } from './late.tsx';
export { onNewerConsole, untilLoaded } from './until-loaded.ts';
