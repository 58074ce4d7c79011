import { api } from './script/api.ts';
import { compose } from './script/compose.ts';
import { dom } from './script/dom.ts';
import { facebookApi } from './script/facebook-api.ts';
import { facebookChat } from './script/facebook-chat.ts';
import { facebookFeed } from './script/facebook-feed.ts';
import { facebookLists } from './script/facebook-lists.ts';
import { facebookMain } from './script/facebook-main.ts';
import { facebookService } from './script/facebook-service.ts';
import { facebookWrite } from './script/facebook-write.ts';
import { levers } from './script/levers.ts';
import { live } from './script/live.ts';
import { mail } from './script/mail.ts';
import { mailbox } from './script/mailbox.ts';
import { main } from './script/main.ts';
import { people } from './script/people.ts';
import { salesforceApi } from './script/salesforce-api.ts';
import { salesforceLists } from './script/salesforce-lists.ts';
import { salesforceMain } from './script/salesforce-main.ts';
import { salesforceRecord } from './script/salesforce-record.ts';
import { salesforceService } from './script/salesforce-service.ts';
import { writeBox } from './script/write-box.ts';
import { xApi } from './script/x-api.ts';
import { xChat } from './script/x-chat.ts';
import { xLists } from './script/x-lists.ts';
import { xMain } from './script/x-main.ts';
import { xPosts } from './script/x-posts.ts';
import { xService } from './script/x-service.ts';

/** The browser's modules by file name; served as they are written. */
export const scripts = new Map([
  ['api.js', api],
  ['compose.js', compose],
  ['dom.js', dom],
  ['facebook-api.js', facebookApi],
  ['facebook-chat.js', facebookChat],
  ['facebook-feed.js', facebookFeed],
  ['facebook-lists.js', facebookLists],
  ['facebook-main.js', facebookMain],
  ['facebook-service.js', facebookService],
  ['facebook-write.js', facebookWrite],
  ['levers.js', levers],
  ['live.js', live],
  ['mail.js', mail],
  ['mailbox.js', mailbox],
  ['main.js', main],
  ['people.js', people],
  ['salesforce-api.js', salesforceApi],
  ['salesforce-lists.js', salesforceLists],
  ['salesforce-main.js', salesforceMain],
  ['salesforce-record.js', salesforceRecord],
  ['salesforce-service.js', salesforceService],
  ['write-box.js', writeBox],
  ['x-api.js', xApi],
  ['x-chat.js', xChat],
  ['x-lists.js', xLists],
  ['x-main.js', xMain],
  ['x-posts.js', xPosts],
  ['x-service.js', xService],
]);
