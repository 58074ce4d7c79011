export * from './brand/brand.entity.ts';
export * from './brand/brand.repository.ts';
export * from './identity.module.ts';
export { hashPassword } from './session/passwords.ts';
export { writeSessionCookie } from './session/session-cookie.ts';
export * from './session/session.repository.ts';
export * from './user/user.entity.ts';
export * from './user/user.presenter.ts';
export * from './user/user.repository.ts';
