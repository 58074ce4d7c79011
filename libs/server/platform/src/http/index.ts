export * from './authenticator.ts';
export * from './create-http-app.ts';
export * from './handles.ts';
export * from './http.module.ts';
export * from './problem.ts';
export * from './raw-json.ts';
export * from './route-audit.ts';
