import { escapeHtml } from '../../mail/quote.ts';
import type { XUser } from '../model.ts';
import { avatarUrl } from '../present/views.ts';
import type { XWorld } from '../x-world.ts';

export type Asking = {
  /** Where the form goes. */
  action: string;
  /** What the form has to bring back unseen. */
  fields: Record<string, string>;
  /** What the app wants to do, in words. */
  wants: string[];
  /** Somebody is signed in already, and nobody asked to choose again. */
  signedIn: XUser | undefined;
  /** The same page with everybody to choose from. */
  chooseAgain: string;
};

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: light-dark(#cfd9de, #38444d); --soft: light-dark(#536471, #a3adb5); --act: light-dark(#0f1419, #eff3f4); --on-act: light-dark(#fff, #0f1419); }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: light-dark(#fff, #15202b); color: light-dark(#0f1419, #f7f9f9); }
main { width: min(480px, 100% - 32px); padding: 24px 0; } main, form { display: grid; gap: 16px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0; } p, ul { margin: 0; color: var(--soft); } ul { padding-left: 20px; margin-top: -12px; }
fieldset { border: 1px solid var(--line); border-radius: 16px; padding: 4px 0; margin: 0; max-height: 45dvh; overflow-y: auto; }
legend { padding: 0 8px; margin-left: 8px; font-weight: 600; }
label { display: grid; grid-template-columns: auto 40px 1fr; gap: 12px; align-items: center; padding: 8px 16px; cursor: pointer; }
label:hover { background: light-dark(#f7f9f9, #1e2c3a); } img { width: 40px; height: 40px; border-radius: 50%; }
label span { display: grid; line-height: 1.3; } small { color: var(--soft); font-size: 14px; }
.actions { display: flex; gap: 12px; } button { flex: 1; font: inherit; font-weight: 700; border-radius: 999px; padding: 10px; border: 1px solid var(--line); background: none; color: inherit; cursor: pointer; }
button[value=allow] { background: var(--act); color: var(--on-act); border-color: transparent; } :focus-visible { outline: 2px solid #1d9bf0; outline-offset: 2px; } a { color: light-dark(#0b6fb8, #6cc1ff); }`;

/** Where a person picks an account and clicks Allow or Deny. */
export function authorizePage(world: XWorld, { action, fields, wants, signedIn, chooseAgain }: Asking): string {
  const brandsFirst = world.users.all().sort((one, other) => one.kind.localeCompare(other.kind));
  const people = signedIn ? [signedIn] : brandsFirst;
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page(
    'Authorize app',
    `<h1>Bureau wants to access an X account</h1>
<form method="post" action="${escapeHtml(action)}">${hidden.join('')}
<fieldset><legend>${signedIn ? 'Signed in as' : 'Which account?'}</legend>${people.map((user, index) => choice(world, user, index === 0)).join('')}</fieldset>
${signedIn ? `<p><a href="${escapeHtml(chooseAgain)}">Use another account</a></p>` : ''}
<p>It will be able to:</p><ul>${wants.map((want) => `<li>${escapeHtml(want)}</li>`).join('')}</ul>
<div class="actions"><button name="answer" value="deny">Deny</button><button name="answer" value="allow">Allow</button></div>
</form>`,
  );
}

/** A page that only says what is wrong with the address somebody came by. */
export function wrongPage(words: string): string {
  return page('Something went wrong', `<h1>Something went wrong</h1><p>${escapeHtml(words)}</p>`);
}

function choice(world: XWorld, user: XUser, chosen: boolean): string {
  return `<label><input type="radio" name="user_id" value="${user.id}"${chosen ? ' checked' : ''}><img src="${avatarUrl(world, user)}" alt=""><span><b>${escapeHtml(user.name)}</b><small>@${escapeHtml(user.username)}</small></span></label>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}
