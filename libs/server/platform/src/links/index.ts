export * from './link-sources.ts';
export * from './links.module.ts';
