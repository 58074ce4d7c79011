import { escapeHtml } from '../../mail/quote.ts';
import { ORG_NAME } from '../seed.ts';
import { idIn, textOf, type Row } from '../value.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: light-dark(#c9d3e0, #3b4656); --soft: light-dark(#4a5768, #a9b6c6); --act: light-dark(#0b5cab, #7db8f2); --on-act: light-dark(#fff, #0d1a29); }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: light-dark(#f1f5fa, #121a24); color: light-dark(#16212e, #eef3f8); }
main { width: min(440px, 100% - 32px); background: light-dark(#fff, #1a2431); border: 1px solid var(--line); border-radius: 12px; padding: 28px; margin: 16px 0; box-sizing: border-box; }
main, form { display: grid; gap: 16px; } h1 { font-size: 22px; line-height: 1.25; margin: 0; } p, ul { margin: 0; color: var(--soft); } ul { padding-left: 20px; margin-top: -10px; }
.org { font-size: 14px; } fieldset { border: 1px solid var(--line); border-radius: 8px; padding: 4px 0; margin: 0; } legend { padding: 0 6px; margin-left: 10px; font-weight: 600; }
label { display: grid; grid-template-columns: auto 1fr; gap: 12px; align-items: center; padding: 8px 16px; cursor: pointer; } label:hover { background: light-dark(#f1f5fa, #223043); }
label span { display: grid; line-height: 1.35; } small { color: var(--soft); font-size: 14px; }
.actions { display: flex; gap: 12px; } button { flex: 1; font: inherit; font-weight: 600; border-radius: 6px; padding: 9px; border: 1px solid var(--line); background: none; color: inherit; cursor: pointer; }
button[value=allow] { background: var(--act); color: var(--on-act); border-color: transparent; } :focus-visible { outline: 2px solid var(--act); outline-offset: 2px; }`;

const WORDS: Record<string, string> = {
  api: 'Manage user data via APIs',
  refresh_token: 'Perform requests at any time',
  offline_access: 'Perform requests at any time',
  id: 'Access the identity URL service',
  openid: 'Access unique user identifiers',
  profile: 'Access basic information',
  email: 'Access the e-mail address',
  chatter_api: 'Access Chatter',
  full: 'Full access',
  web: 'Manage user data via web browsers',
};

/** Where a person chooses a user and clicks Allow or Deny. */
export function consentPage(asked: { users: Row[]; scopes: string[]; fields: Record<string, string> }): string {
  const hidden = Object.entries(asked.fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const wants = [...new Set(asked.scopes.map((scope) => WORDS[scope] ?? scope))];
  return page(
    'Allow access?',
    `<p class="org">Salesforce of the sandbox · ${ORG_NAME}</p><h1>Allow access?</h1>
<form method="post">${hidden.join('')}
<fieldset><legend>Sign in as</legend>${asked.users.map((user, index) => choice(user, index === 0)).join('')}</fieldset>
<p>Bureau asks to:</p><ul>${wants.map((want) => `<li>${escapeHtml(want)}</li>`).join('')}</ul>
<div class="actions"><button name="answer" value="deny">Deny</button><button name="answer" value="allow">Allow</button></div>
</form>`,
  );
}

/** A page that only says what is wrong with the address somebody came by. */
export function wrongPage(words: string): string {
  return page('OAuth error', `<h1>We can’t authorize you because of an OAuth error.</h1><p>${escapeHtml(words)}</p>`);
}

function choice(user: Row, chosen: boolean): string {
  const what = `${textOf(user['Username'])} · ${textOf(user['ProfileName__c'])}`;
  return `<label><input type="radio" name="user_id" value="${idIn(user)}"${chosen ? ' checked' : ''}><span><b>${escapeHtml(textOf(user['Name']))}</b><small>${escapeHtml(what)}</small></span></label>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}
