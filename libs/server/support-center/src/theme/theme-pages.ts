import customer_feedback from './default/customer_feedback.liquid?raw';
import customer_feedback_completed from './default/customer_feedback_completed.liquid?raw';
import authentication_verification from './default/authentication_verification.liquid?raw';
import forgot_password from './default/forgot_password.liquid?raw';
import login from './default/login.liquid?raw';
import myaccount from './default/myaccount.liquid?raw';
import password_reset from './default/password_reset.liquid?raw';
import registration from './default/registration.liquid?raw';
import type { ThemeTemplateName } from '@bureau/contracts';
import chat_new from './default/chat_new.liquid?raw';
import chat_pre_create from './default/chat_pre_create.liquid?raw';
import contact_us from './default/contact_us.liquid?raw';
import email_new from './default/email_new.liquid?raw';
import email_pre_create from './default/email_pre_create.liquid?raw';
import email_submitted from './default/email_submitted.liquid?raw';
import myportal_index from './default/myportal_index.liquid?raw';
import myportal_show from './default/myportal_show.liquid?raw';
import question_new from './default/question_new.liquid?raw';
import question_pre_create from './default/question_pre_create.liquid?raw';
import question_show from './default/question_show.liquid?raw';
import error from './default/error.liquid?raw';
import footer from './default/footer.liquid?raw';
import header from './default/header.liquid?raw';
import layout from './default/layout.liquid?raw';
import page_article from './default/page_article.liquid?raw';
import page_index from './default/page_index.liquid?raw';
import page_search_result from './default/page_search_result.liquid?raw';
import page_topic from './default/page_topic.liquid?raw';

/** The templates of the default theme, by Desk.com's names of pages. */
export const DEFAULT_PAGES = {
  myportal_show,
  myportal_index,
  email_submitted,
  email_pre_create,
  email_new,
  registration,
  password_reset,
  myaccount,
  login,
  forgot_password,
  authentication_verification,
  chat_new,
  chat_pre_create,
  question_new,
  question_pre_create,
  question_show,
  customer_feedback,
  customer_feedback_completed,
  error,
  page_index,
  page_article,
  page_search_result,
  page_topic,
} as const satisfies Partial<Record<ThemeTemplateName, string>>;

export type ThemePage = keyof typeof DEFAULT_PAGES;

/** With the frame and its parts. */
export const DEFAULT_TEMPLATES: Partial<Record<ThemeTemplateName, string>> = {
  layout,
  header,
  footer,
  contact_us,
  ...DEFAULT_PAGES,
};
