export * from './outbound-client.ts';
export * from './outbound-refused.ts';
export * from './public-address.ts';
