export { late, lateAtRest } from './late.ts';
export { onNewerConsole, untilLoaded } from './until-loaded.ts';
