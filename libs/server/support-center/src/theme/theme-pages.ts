import customer_feedback from './default/customer_feedback.liquid?raw';
import customer_feedback_completed from './default/customer_feedback_completed.liquid?raw';
import authentication_verification from './default/authentication_verification.liquid?raw';
import forgot_password from './default/forgot_password.liquid?raw';
import login from './default/login.liquid?raw';
import myaccount from './default/myaccount.liquid?raw';
import password_reset from './default/password_reset.liquid?raw';
import registration from './default/registration.liquid?raw';
import error from './default/error.liquid?raw';
import layout from './default/layout.liquid?raw';
import page_index from './default/page_index.liquid?raw';

/** The templates of the default theme, by Desk.com's names of pages. */
export const DEFAULT_PAGES = {
  registration,
  password_reset,
  myaccount,
  login,
  forgot_password,
  authentication_verification,
  customer_feedback,
  customer_feedback_completed,
  error,
  page_index,
} as const satisfies Record<string, string>;

export type ThemePage = keyof typeof DEFAULT_PAGES;

export const DEFAULT_LAYOUT = layout;
