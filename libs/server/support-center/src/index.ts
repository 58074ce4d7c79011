export { CenterAddresses } from './address/center-addresses.ts';
export { QuickAnswer } from './page/quick-answer.ts';
export * from './support-center.module.ts';
