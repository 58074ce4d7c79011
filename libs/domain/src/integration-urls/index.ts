export { originOf } from './address-host.ts';
export { checkAddress } from './check-address.ts';
export { renderAddress, type RenderedAddress } from './render-address.ts';
