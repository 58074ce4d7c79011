export { CenterAddresses } from './address/center-addresses.ts';
export * from './support-center.module.ts';
