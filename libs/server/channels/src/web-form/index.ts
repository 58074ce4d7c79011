export { WebFormBrake } from './web-form-brake.ts';
export { WebFormRepository, type PostReceipt } from './web-form.repository.ts';
export * from './receive-web-post.ts';
export { LEAST_FILL_MS, WebFormTokens, type HandedOut } from './web-form-tokens.ts';
export { WEB_FORM, type WebPost, type WebQuestion, type WebReply } from './web-post.ts';
